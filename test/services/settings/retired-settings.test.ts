import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { thresholds } from '#config/thresholds.ts';
import { openStore } from '#adapters/store/open-store.ts';
import { bindSettings } from '#services/settings/index.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

const SERVER = '1290000000000000001';
const [ANN, BOB] = ['1290000000000000023', '1290000000000000024'];
const NOW = Date.UTC(2026, 11, 1, 17);

describe('settings that there are no more', () => {
  /** A store whose server set one of them, and one that still is, before it was opened by today's bot. */
  async function openedOld() {
    const folder = await temporaryFolder();
    const before = await openStore(folder, thresholds);
    await before.settings.change(SERVER, { by: ANN, at: 1, values: [{ key: 'lag.z', text: '-1.2' }] });
    await before.close();
    const database = new DatabaseSync(join(folder, 'steward.sqlite'));
    const value = JSON.stringify({
      value: {
        version: 2,
        values: { 'lag.z': -1.2, 'ratio.mode': 'unit' },
        changes: [
          { key: 'lag.z', from: -1, to: -1.2, by: ANN, at: 1 },
          { key: 'ratio.mode', from: 'auto', to: 'unit', by: ANN, at: 2 },
        ],
      },
    });
    database.prepare("UPDATE keyv SET value = ? WHERE namespace = 'settings'").run(value);
    database.close();
    const store = await openStore(folder, thresholds);
    onTestFinished(() => store.close());
    return {
      read: () => store.settings.read(SERVER),
      services: bindSettings({
        settings: store.settings,
        thresholds,
        wallClock: { now: () => NOW },
        access: { missing: async () => [] },
      }),
    };
  }

  const gone = {
    key: 'ratio.mode',
    from: 'unit',
    to: null,
    by: 'Vega Steward',
    at: 1_796_083_200_000,
    reason: 'the vega ratio is always measured in dollars; contracts per ten condors stand beside it',
  };

  it('are not converted, and stand in the record once, with the old value and the reason', async () => {
    const { read, services } = await openedOld();
    const first = await read();
    expect(first.version).toBe(3);
    expect(first.settings['lag.z']).toBe(-1.2);
    expect(first.settings).not.toHaveProperty('ratio.mode');
    expect(first.changes.map(({ key }) => key)).toEqual(['lag.z', 'ratio.mode', 'ratio.mode']);
    expect(first.changes.at(-1)).toEqual(gone);
    await services.changeThreshold(SERVER, { by: BOB, key: 'trend.period', text: '20' });
    const { changes, version } = await read();
    expect(version).toBe(4);
    expect(changes.filter(({ reason }) => reason !== undefined)).toEqual([gone]);
  });

  it('are passed over by an undo, which takes back the last change of what there still is', async () => {
    const { services } = await openedOld();
    const { changes } = await services.undoThresholds(SERVER, { by: BOB });
    expect(changes).toEqual([{ key: 'lag.z', from: '-1.20', to: '-1.00' }]);
  });

  it('are left out of an import, which names them', async () => {
    const { services } = await openedOld();
    const text = '{"schema":1,"settings":{"lag.z":-1.5,"breakEven.confirmedBuffer":1.5}}';
    const edit = await services.importThresholds(SERVER, { by: ANN, text });
    expect(edit.changes.map(({ key }) => key)).toEqual(['lag.z']);
    expect(edit.retired?.map(({ key }) => key)).toEqual(['breakEven.confirmedBuffer']);
  });
});
