import { describe, expect, it } from 'vitest';
import { exchangeFacts } from '#config/exchange-facts.ts';
import { thresholds } from '#config/thresholds.ts';
import { createHistoryArchive } from '#adapters/history/history-archive.ts';
import { openStore, type Store } from '#adapters/store/open-store.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { NoHistory } from '#domain/history/history-problem.ts';
import { bindHistory, type HistoryServices } from '#services/history/index.ts';
import { bindTrials } from '#services/settings/index.ts';
import { RECORDED_YEARS_FOLDER } from '#test/support/engine/history.ts';
import { LOOKING_BACK } from '#test/support/book/looking-back.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

const SERVER = '1290000000000000001';
const EARLY = { kind: 'preset', name: 'early' } as const;
const signal = new AbortController().signal;
const NOW = Date.UTC(2024, 8, 1);

async function open(folder?: string): Promise<{ readonly store: Store; readonly services: HistoryServices }> {
  const store = await openStore(await temporaryFolder(), thresholds);
  let time = NOW;
  const services = bindHistory({
    ...bindTrials({ settings: store.settings, thresholds }),
    ...LOOKING_BACK,
    ...(folder !== undefined && { archive: createHistoryArchive([folder]) }),
    ledger: store.ledger,
    thresholds,
    fomc: [],
    calendar: exchangeCalendar(exchangeFacts),
    marketClock: { now: () => NOW },
    wallClock: { now: () => (time += 1) },
  });
  return { store, services };
}

describe('bindHistory without any history', () => {
  it('says plainly that it has none to look back on', async () => {
    const { services, store } = await open();
    await expect(services.previewThresholds(SERVER, EARLY, signal)).rejects.toThrow(NoHistory);
    await expect(services.backtest({}, () => undefined, signal)).rejects.toThrow(NoHistory);
    await store.close();
  });
});

describe('bindHistory, looking back,', () => {
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
