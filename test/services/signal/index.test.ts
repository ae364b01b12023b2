import { describe, expect, it } from 'vitest';
import { newYorkInstant } from '#calendar/new-york.ts';
import type { Print } from '#domain/releases/print.ts';
import { alertOnOutage } from '#services/delivery/alert-on-outage.ts';
import { bindCards } from '#services/checklist/index.ts';
import { bindEvaluation, bindSessions, bindSignal } from '#services/signal/index.ts';
import { CALENDAR } from '#test/support/book/book-desk.ts';
import { workedHoldings } from '#test/support/book/worked-holdings.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { aPrint, fakeMarket, fakePrintSource, historyOf } from '#test/support/engine/fake-sources.ts';
import { releaseOn } from '#test/support/engine/releases.ts';
import { openLedger } from '#test/support/ledger/open-ledger.ts';
import { noOrders } from '#test/support/engine/no-orders.ts';

const { signal } = new AbortController();
const [MONDAY, TUESDAY] = ['2026-11-30', '2026-12-01'];
const CLOSED = newYorkInstant(TUESDAY, '16:15');
const SESSIONS = CALENDAR.sessionsBetween('2025-11-03', TUESDAY);
const RELEASE = `CPI-${MONDAY}`;

/** One server over an empty ledger, whose steward may have typed in Monday’s CPI, and nobody else’s. */
async function setUp(manual: readonly Print[] = []) {
  const ledger = await openLedger();
  await Promise.all(manual.map((print) => ledger.keepManualPrint('1', print)));
  const settings = {
    read: async () => ({ version: 2, settings: someSettings(), changes: [] }),
    servers: async () => ['1', '2'],
  };
  const evaluation = bindEvaluation({
    ledger,
    ...bindCards({ ledger }),
    calendar: CALENDAR,
    fomc: [],
    market: fakeMarket(historyOf(SESSIONS)),
    prints: fakePrintSource(),
    releases: { releases: async () => [] },
    settings,
    marketClock: { now: () => CLOSED },
    readHoldings: async () => workedHoldings({ condors: [], hedges: [] }),
    ...noOrders,
    log: { error: () => undefined },
    nonceOf: (key) => key,
  });
  const corrected: string[] = [];
  const sessions = bindSessions({
    ...evaluation,
    ledger,
    settings,
    alertOnOutage,
    alertServer: async (server) => void corrected.push(server),
    alertDegraded: () => Promise.reject(new Error('nothing is missing')),
    nonceOf: (key) => key,
  });
  return { ledger, evaluation, sessions, corrected, signals: bindSignal({ ...evaluation, ledger }) };
}

const close = {
  id: `${TUESDAY}.official`,
  kind: 'close',
  session: TUESDAY,
  dueAt: CLOSED,
  validUntil: 9e12,
} as const;

describe('bindEvaluation', () => {
  it('decides on what a steward has typed in, for that steward’s server alone', async () => {
    const { evaluation } = await setUp([aPrint(MONDAY)]);
    expect((await evaluation.decideNow('1', signal)).decision.print?.releaseId).toBe(RELEASE);
    expect((await evaluation.decideNow('2', signal)).decision).not.toHaveProperty('print');
    expect((await evaluation.judgeNow('1', signal)).decision.print?.releaseId).toBe(RELEASE);
    expect((await evaluation.lookNow('1', signal)).snapshot.prints).toHaveLength(1);
  });

  it('foresees a coming release on what is known this evening', async () => {
    const { evaluation } = await setUp();
    const release = releaseOn('CPI', '2026-12-10');
    const look = await evaluation.foresee(release, { now: CLOSED, hasConsensus: true }, signal);
    const { standing, scenario } = await look('1');
    expect(standing.evaluation).toEqual({ kind: 'question', session: TUESDAY });
    expect(scenario.rows.length).toBeGreaterThan(0);
  });

  it('gives the forecasts that a steward typed in', async () => {
    const { evaluation, ledger } = await setUp();
    const none = { headline: {}, core: {}, headlineYearly: {} };
    const release = releaseOn('CPI', '2026-12-10');
    await ledger.keepForecasts(release.id, {
      figures: { ...none, core: { consensus: 7 } },
      source: 'manual',
      server: '1',
      nature: 'survey',
      capturedAt: release.scheduledAt - 1,
    });
    const forecasts = (server: string) => evaluation.withManualForecasts(server, release, { figures: none });
    expect((await forecasts('1')).figures.core).toEqual({ consensus: 7 });
    expect((await forecasts('2')).figures.core).toEqual({});
  });
});

describe('bindSessions', () => {
  it('stores the close of the servers that it concerns, once', async () => {
    const { sessions, ledger } = await setUp([aPrint(MONDAY)]);
    expect(await sessions.evaluateClose(close, CLOSED, signal)).toBe('evaluated');
    expect(await sessions.evaluateClose(close, CLOSED, signal)).toBe('evaluated');
    expect((await ledger.decisions('1', 5)).map(({ id }) => id)).toEqual([`${TUESDAY}.official`]);
    expect(await ledger.decisions('2', 5)).toEqual([]);
  });

  it('stores a check of every server', async () => {
    const { sessions, ledger } = await setUp();
    const check = { ...close, id: 'c', kind: 'check', time: '10:30' } as const;
    expect(await sessions.evaluateCheck(check, newYorkInstant(TUESDAY, '10:30'), signal)).toBe('evaluated');
    expect((await ledger.decisions('2', 5)).map(({ id }) => id)).toEqual([`${TUESDAY}.check-1030`]);
  });

  it('corrects nothing while nothing is otherwise', async () => {
    const { sessions, corrected } = await setUp([aPrint(MONDAY)]);
    await sessions.evaluateClose(close, CLOSED, signal);
    expect(await sessions.reviewDecisions(CLOSED + 1, signal)).toBe(0);
    expect(corrected).toEqual([]);
  });
});

describe('bindSignal', () => {
  it('shows, finds and explains what was stored', async () => {
    const { sessions, signals } = await setUp([aPrint(MONDAY)]);
    await sessions.evaluateClose(close, CLOSED, signal);
    expect((await signals.readSignal('1', signal)).last?.id).toBe(close.id);
    expect((await signals.findDecisions('1', '12-01')).map(({ id }) => id)).toEqual([close.id]);
    expect((await signals.explainDecision('1', close.id)).replay).toBe('same');
    expect((await signals.signalHistory('1', signal)).decisions).toHaveLength(1);
  });
});
