import { beforeEach, describe, expect, it } from 'vitest';
import { exchangeFacts } from '#config/exchange-calendar.ts';
import { thresholds } from '#config/thresholds.ts';
import { createHistoryArchive } from '#adapters/history/history-archive.ts';
import { openStore, type Store } from '#adapters/store/open-store.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { NoHistory } from '#domain/history/history-problem.ts';
import { InvalidSetting } from '#domain/problem.ts';
import { ImportRefused, NothingToUndo, SettingsMoved } from '#domain/settings/settings-problem.ts';
import type { BacktestServices } from '#services/history/backtest-services.ts';
import { createBacktestServices } from '#services/history/create-backtest-services.ts';
import { RECORDED_YEARS_FOLDER } from '#test/support/engine/history.ts';
import { LOOKING_BACK } from '#test/support/book/looking-back.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

const SERVER = '1290000000000000001';
const WHO = '1290000000000000023';
const EARLY = { kind: 'preset', name: 'early' } as const;
const signal = new AbortController().signal;
const NOW = Date.UTC(2024, 8, 1);

async function open(
  folder?: string,
): Promise<{ readonly store: Store; readonly services: BacktestServices }> {
  const store = await openStore(await temporaryFolder(), thresholds);
  let time = NOW;
  const services = createBacktestServices({
    settings: store.settings,
    ledger: store.ledger,
    thresholds,
    fomc: [],
    calendar: exchangeCalendar(exchangeFacts),
    marketClock: { now: () => NOW },
    wallClock: { now: () => (time += 1), wait: async () => undefined },
    lookingBack: {
      ...LOOKING_BACK,
      ...(folder !== undefined && { archive: createHistoryArchive([folder]) }),
    },
  });
  return { store, services };
}

describe('createBacktestServices, changing thresholds,', () => {
  const opened: { store?: Store; services?: BacktestServices } = {};
  beforeEach(async () => {
    Object.assign(opened, await open());
    return () => opened.store?.close();
  });
  const ask = (): BacktestServices => {
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

  it('says plainly that it has no history to look back on', async () => {
    await expect(ask().previewThresholds(SERVER, EARLY, signal)).rejects.toThrow(NoHistory);
    await expect(ask().backtest({}, () => undefined, signal)).rejects.toThrow(NoHistory);
  });
});

describe('createBacktestServices, looking back,', () => {
  it('counts what alerts now, with the preset and with both over the last 60 prints', async () => {
    const { services, store } = await open(RECORDED_YEARS_FOLDER);
    const { reading, changes, from } = await services.previewThresholds(SERVER, EARLY, signal);
    await store.close();
    expect(from).toBe('folder');
    expect(changes).toHaveLength(3);
    expect(reading).toMatchObject({ prints: 60, from: '2017-12-12', old: 11, new: 13, overlap: 11 });
    expect(reading.rows).toHaveLength(13);
  });

  it('finds no difference in what stands already', async () => {
    const { services, store } = await open(RECORDED_YEARS_FOLDER);
    const wish = { kind: 'value', key: 'rsi.rutMax', text: '35' } as const;
    const { reading, changes } = await services.previewThresholds(SERVER, wish, signal);
    await store.close();
    expect(changes).toEqual([]);
    expect(reading.new).toBe(reading.old);
  });

  it('runs one backtest at a time, tells how far it is, and stops when nobody waits', async () => {
    const { services, store } = await open(RECORDED_YEARS_FOLDER);
    const stopped = new AbortController();
    const told: number[] = [];
    const tell = ({ done }: { readonly done: number }): void => {
      told.push(done);
      stopped.abort(new Error('nobody waits'));
    };
    const both = await Promise.allSettled([
      services.backtest({}, tell, stopped.signal),
      services.backtest({}, tell, signal),
    ]);
    expect(both).toMatchObject([
      { status: 'rejected', reason: { message: 'nobody waits' } },
      { status: 'rejected', reason: { message: 'replay of backtest is running' } },
    ]);
    expect(told.length).toBeGreaterThan(0);
    await store.close();
  });
});
