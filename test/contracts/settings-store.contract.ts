import { beforeEach, describe, expect, it } from 'vitest';
import { InvalidSetting, UnknownSetting } from '#domain/problem.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { SettingEdit, SettingsStore } from '#ports/ledger/settings-store.ts';

const SERVER = '100000000000000000';
const CHANNEL = '100000000000000007';

function edit(...values: readonly (readonly [string, string])[]): SettingEdit {
  return { by: 'ann', at: 100, values: values.map(([key, text]) => ({ key, text })) };
}

/** What every store of settings must keep, whatever stands behind it. */
export function describeSettingsStore(
  name: string,
  open: () => Promise<SettingsStore>,
  defaults: Settings,
): void {
  describe(`${name} as a store of settings`, () => {
    let store: SettingsStore;
    beforeEach(async () => {
      store = await open();
    });

    it('gives the defaults, version 0, to a server that never set anything', async () => {
      expect(await store.read(SERVER)).toEqual({ version: 0, settings: defaults, changes: [] });
    });

    it('keeps a change with who made it, when, and from what to what', async () => {
      const kept = await store.change(SERVER, edit(['ratio.base', '0.65']));
      expect(kept).toEqual({
        version: 1,
        settings: { ...defaults, 'ratio.base': 0.65 },
        changes: [{ key: 'ratio.base', from: defaults['ratio.base'], to: 0.65, by: 'ann', at: 100 }],
      });
      expect(await store.read(SERVER)).toEqual(kept);
    });

    it('makes all changes of an edit or none', async () => {
      const halfWrong = edit(['ratio.base', '0.65'], ['ratio.confirmed', 'much']);
      await expect(store.change(SERVER, halfWrong)).rejects.toThrow(InvalidSetting);
      await expect(store.change(SERVER, edit(['ratio.bass', '0.65']))).rejects.toThrow(UnknownSetting);
      expect((await store.read(SERVER)).version).toBe(0);
    });

    it('records nothing for a value that stays as it was', async () => {
      await store.change(SERVER, edit(['ratio.base', '0.65']));
      expect((await store.change(SERVER, edit(['ratio.base', '0.65']))).changes).toHaveLength(1);
    });

    it('loses none of the edits that are made at the same moment', async () => {
      const texts = Array.from({ length: 20 }, (_, index) => (0.4 + index / 100).toFixed(2));
      await Promise.all(texts.map((text) => store.change(SERVER, edit(['ratio.base', text]))));
      const { changes, version } = await store.read(SERVER);
      expect(version).toBe(20);
      expect(changes.map(({ to }) => to)).toEqual(texts.map(Number));
      expect(changes.slice(1).map(({ from }) => from)).toEqual(texts.slice(0, -1).map(Number));
    });

    it('goes on after an edit that was refused', async () => {
      const outcomes = await Promise.allSettled([
        store.change(SERVER, edit(['ratio.base', 'much'])),
        store.change(SERVER, edit(['ratio.base', '0.65'])),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    });

    it('remembers the last hundred changes and counts them all', async () => {
      for (let round = 0; round < 102; round++) {
        await store.change(SERVER, edit(['ratio.base', round % 2 === 0 ? '0.50' : '0.55']));
      }
      const { changes, version } = await store.read(SERVER);
      expect(version).toBe(102);
      expect(changes).toHaveLength(100);
    });

    it('lists the servers that have an alert channel', async () => {
      await store.change(SERVER, edit(['alerts.channel', CHANNEL]));
      await store.change('100000000000000001', edit(['ratio.base', '0.65']));
      expect(await store.servers()).toEqual([SERVER]);
      await store.remove(SERVER);
      expect(await store.servers()).toEqual([]);
      expect((await store.read(SERVER)).version).toBe(0);
    });
  });
}
