import { exchangeFacts } from '#config/exchange-facts.ts';
import { thresholds } from '#config/thresholds.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { evaluate } from '#engine/decision/evaluate.ts';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import type { BookLedger } from '#ports/ledger/book-ledger.ts';
import type { MarkLedger } from '#ports/ledger/mark-ledger.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { settlementClock } from '#engine/valuation/settlement-clock.ts';
import { bind } from '#services/bind.ts';
import { readHoldings } from '#services/book/read-holdings.ts';
import { buildCard } from '#services/checklist/build-card.ts';
import { evaluateServers } from '#services/signal/evaluate-servers.ts';
import { differingSettings } from './differing-settings.ts';
import { processorTime, processorTimeOf } from './duration.ts';
import type { Measurement, Row } from './measurement.ts';
import { median } from './quantile.ts';
import { recordedCase, type RecordedCase } from './recorded-case.ts';
import { timeServersWithBooks } from './servers-with-books.ts';
import { noOrders } from '#test/support/engine/no-orders.ts';

const SERVERS = 2_500;
/** The middle one counts. */
const RUNS = 3;
const EVALUATIONS_OF_ONE = 100;

/** Processor time that a close may take for all servers, ms. */
const MOST_FOR_ALL = 1_000;
/** With what each of them is told about it, ms. */
const MOST_WITH_CARDS = 2_500;
/** With what each of them holds repriced beside it, ms. */
const MOST_WITH_COVER = 2_500;
/** For one, nothing shared with anybody, ms: an answer to `/signal now` waits for it. */
const MOST_FOR_ONE = 20;

/** What evaluating costs, in processor time: all servers on one snapshot, and one server by itself. */
export const engine: Measurement = {
  name: 'engine',
  async measure(say) {
    const recorded = await recordedCase();
    const levels = differingSettings(SERVERS, 'levels');
    const windows = differingSettings(SERVERS, 'levels and windows');

    say(`${SERVERS} servers, other levels and windows each, ${RUNS} times`);
    const apart = repeat(() => evaluateAll(recorded, windows));
    say(`${SERVERS} servers, other levels each, ${RUNS} times`);
    const together = repeat(() => evaluateAll(recorded, levels));
    say(`${SERVERS} servers with their cards and alerts, ${RUNS} times`);
    const whole = await repeatService(recorded, windows);
    say(`${SERVERS} servers with ten condors and three layers each, ${RUNS} times`);
    const covered = await timeServersWithBooks(recorded, windows, RUNS);
    say(`one server, ${EVALUATIONS_OF_ONE} times`);
    const one = repeat(() => evaluateOne(recorded)).map((all) => all / EVALUATIONS_OF_ONE);

    return [
      row(`evaluate ${SERVERS} servers, other levels`, median(together), MOST_FOR_ALL),
      row(`evaluate ${SERVERS} servers, other levels and windows`, median(apart), MOST_FOR_ALL),
      row('the same, first time in the process', apart[0] ?? Number.NaN, MOST_FOR_ALL),
      row('the same with cards and alerts, store left out', median(whole), MOST_WITH_CARDS),
      row(
        `${SERVERS} servers' decisions with books, cover, plans and orders`,
        median(covered),
        MOST_WITH_COVER,
      ),
      row('the same, first time in the process', covered[0] ?? Number.NaN, MOST_WITH_COVER),
      row('evaluate one server, nothing shared', median(one), MOST_FOR_ONE),
    ];
  },
};

function row(what: string, ours: number, most: number): Row {
  return { what: `${what} (CPU)`, ours, unit: 'ms', bar: { kind: 'limit', most } };
}

function repeat(work: () => void): readonly number[] {
  return Array.from({ length: RUNS }, () => processorTime(work));
}

function evaluateAll({ snapshot, memory }: RecordedCase, all: readonly Settings[]): void {
  const market = measureMarket(snapshot);
  for (const settings of all) {
    evaluate({ snapshot, settings, settingsVersion: 1, memory, book: undefined }, market);
  }
}

function evaluateOne({ snapshot, memory }: RecordedCase): void {
  const settings = thresholds.defaults;
  for (let time = 0; time < EVALUATIONS_OF_ONE; time += 1) {
    evaluate({ snapshot, settings, settingsVersion: 1, memory, book: undefined });
  }
}

const nobody = (): Promise<never> => Promise.reject(new Error('nobody asks for this here'));

const CALENDAR = exchangeCalendar(exchangeFacts);

/** Servers that say what they hold in contracts and keep no lots. */
const NO_LOTS: BookLedger & MarkLedger = {
  openLots: async () => ({ revision: 0, open: [] }),
  endedLots: async () => [],
  changeBook: nobody,
  bookEvents: nobody,
  lotEvents: nobody,
  proposals: nobody,
  proposal: nobody,
  booksWithLots: async () => [],
  keepMark: nobody,
  manualMarks: async () => [],
  markHistory: nobody,
};

async function repeatService(
  { snapshot, memory }: RecordedCase,
  all: readonly Settings[],
): Promise<readonly number[]> {
  const servers = new Map(all.map((settings, index) => [`server-${index}`, settings]));
  let alerts = 0;
  const evaluateAll = bind(evaluateServers, {
    takeSnapshot: async () => snapshot,
    withManualFigures: async (_server, general) => general,
    inTurn: (_server, act) => act(),
    cardOf: async (_server, decision, inputs) => buildCard(decision, inputs, { ticks: [], notes: [] }),
    ...noOrders,
    readSkew: async () => undefined,
    nonceOf: (key) => key,
    log: { error: () => undefined },
    nextRelease: async () => undefined,
    scoreRecommendations: async () => undefined,
    readHoldings: bind(readHoldings, {
      calendar: CALENDAR,
      clock: settlementClock(CALENDAR),
      ledger: NO_LOTS,
    }),
    settings: {
      servers: async () => [...servers.keys()],
      read: async (server) => ({
        version: 1,
        settings: { ...(servers.get(server) ?? thresholds.defaults), 'alerts.channel': '100000000000000007' },
        changes: [],
      }),
    },
    ledger: {
      memory: async () => memory,
      serversWithOrders: async () => [],
      record: async ({ deliveries }) => {
        alerts += deliveries.length;
        return 'recorded';
      },
    },
  });
  const { signal } = new AbortController();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    times.push(
      await processorTimeOf(() =>
        evaluateAll({ evaluation: snapshot.evaluation, now: snapshot.asOf }, signal),
      ),
    );
  }
  if (alerts === 0) {
    throw new Error('No server was alerted, so something else was measured.');
  }
  return times;
}
