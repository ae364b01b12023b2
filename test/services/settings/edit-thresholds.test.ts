import { beforeEach, describe, expect, it } from 'vitest';
import { thresholds } from '#config/thresholds.ts';
import { openStore, type Store } from '#adapters/store/open-store.ts';
import { InvalidSetting } from '#domain/problem.ts';
import { ImportRefused, NothingToUndo, SettingsMoved } from '#domain/settings/settings-problem.ts';
import { bindSettings, type SettingsServices } from '#services/settings/index.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

const SERVER = '1290000000000000001';
const WHO = '1290000000000000023';
const EARLY = { kind: 'preset', name: 'early' } as const;
const NOW = Date.UTC(2024, 8, 1);

async function open(): Promise<{ readonly store: Store; readonly services: SettingsServices }> {
  const store = await openStore(await temporaryFolder(), thresholds);
  let time = NOW;
  const services = bindSettings({
    settings: store.settings,
    thresholds,
    wallClock: { now: () => (time += 1) },
    access: { missing: async () => [] },
  });
  return { store, services };
}

describe('changing thresholds', () => {
  const opened: { store?: Store; services?: SettingsServices } = {};
  beforeEach(async () => {
    Object.assign(opened, await open());
    return () => opened.store?.close();
  });
  const ask = (): SettingsServices => {
    if (!opened.services) {
      throw new Error('nothing is open');
    }
    return opened.services;
  };

  /** As the button under both plans does. */
  const switchMeaning = async (): Promise<void> => {
    const values = [{ key: 'ratio.meaning', text: 'absolute' }] as const;
    await opened.store?.settings.change(SERVER, { by: WHO, at: NOW, values });
  };

  it('takes a preset in one go, with every changed threshold in the record', async () => {
    const { changes, version } = await ask().applyThresholds(SERVER, { by: WHO, wish: EARLY });
    expect(changes.map(({ key, to }) => [key, to])).toEqual([
      ['event.windowSessions', '10'],
      ['trend.period', '20'],
      ['rsi.rutMax', '45.0'],
    ]);
    expect(version).toBe(3);
    expect((await opened.store?.settings.read(SERVER))?.changes).toHaveLength(3);
  });

  it('takes the whole preset back with one undo, and forth again with another', async () => {
    await ask().applyThresholds(SERVER, { by: WHO, wish: EARLY });
    const back = await ask().undoThresholds(SERVER, { by: WHO });
    expect(back.changes.map(({ key, to }) => [key, to])).toEqual([
      ['event.windowSessions', '5'],
      ['trend.period', '50'],
      ['rsi.rutMax', '35.0'],
    ]);
    expect((await ask().undoThresholds(SERVER, { by: WHO })).changes).toHaveLength(3);
  });

  it('has nothing to take back where nothing was changed', async () => {
    await expect(ask().undoThresholds(SERVER, { by: WHO })).rejects.toThrow(NothingToUndo);
  });

  it('does not change what has moved since it was looked at', async () => {
    await ask().applyThresholds(SERVER, { by: WHO, wish: { kind: 'value', key: 'lag.z', text: '-1.2' } });
    await expect(ask().applyThresholds(SERVER, { by: WHO, wish: EARLY, basedOn: 0 })).rejects.toThrow(
      SettingsMoved,
    );
    await expect(ask().undoThresholds(SERVER, { by: WHO, basedOn: 0 })).rejects.toThrow(SettingsMoved);
    expect((await opened.store?.settings.read(SERVER))?.version).toBe(1);
  });

  it('imports what another server exported, all or nothing', async () => {
    await ask().applyThresholds(SERVER, { by: WHO, wish: { kind: 'preset', name: 'curated-vix' } });
    const text = await ask().exportThresholds(SERVER);
    expect((await ask().importThresholds('2', { by: WHO, text })).changes.map(({ key }) => key)).toEqual([
      'vix.gates',
      'vix.lateLevel',
    ]);
    await expect(ask().importThresholds('3', { by: WHO, text: '{}' })).rejects.toThrow(ImportRefused);
    const wrong = '{"schema":1,"settings":{"lag.z":-1.5,"vix.lateLevel":12}}';
    await expect(ask().importThresholds('3', { by: WHO, text: wrong })).rejects.toThrow(InvalidSetting);
    expect((await opened.store?.settings.read('3'))?.version).toBe(0);
  });

  it('imports everything but what a step scales, which is switched with both plans side by side', async () => {
    const text = '{"schema":1,"settings":{"lag.z":-1.5,"ratio.meaning":"absolute"}}';
    const { changes, unswitched } = await ask().importThresholds(SERVER, { by: WHO, text });
    expect(changes.map(({ key }) => key)).toEqual(['lag.z']);
    expect(unswitched).toBe('absolute');
    expect((await opened.store?.settings.read(SERVER))?.settings['ratio.meaning']).toBe('multiplier');
    const same = '{"schema":1,"settings":{"ratio.meaning":"multiplier"}}';
    expect(await ask().importThresholds(SERVER, { by: WHO, text: same })).toEqual({
      changes: [],
      version: 1,
    });
  });

  it('leaves what a step scales to a server that has switched it, whatever a preset says', async () => {
    await switchMeaning();
    const { changes, unswitched } = await ask().applyThresholds(SERVER, { by: WHO, wish: EARLY });
    expect(changes).toHaveLength(3);
    expect(unswitched).toBe('multiplier');
    expect((await opened.store?.settings.read(SERVER))?.settings['ratio.meaning']).toBe('absolute');
  });

  it('takes a switch of what a step scales back, and names it', async () => {
    await switchMeaning();
    expect(await ask().undoThresholds(SERVER, { by: WHO })).toEqual({
      changes: [{ key: 'ratio.meaning', from: 'absolute', to: 'multiplier' }],
      version: 2,
    });
  });
});
