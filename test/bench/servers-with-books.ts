import { exchangeFacts } from '#config/exchange-facts.ts';
import { thresholds } from '#config/thresholds.ts';
import { EPISODES } from '#adapters/recorded/episodes.ts';
import { createRecordedMarks } from '#adapters/recorded/recorded-marks.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { AlertContent } from '#domain/delivery/alert.ts';
import type { BookRecord } from '#domain/book/book-record.ts';
import type { ListedOption, Marks, OptionQuote } from '#domain/book/mark.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { applyChanges } from '#engine/book/apply-changes.ts';
import { modelBook } from '#engine/book/model-book.ts';
import { priceLegs, type PriceSources, priceSources } from '#engine/valuation/price-book.ts';
import { contractSize } from '#engine/valuation/priced-leg.ts';
import { settlementClock } from '#engine/valuation/settlement-clock.ts';
import { UNSHIFTED, valueLeg } from '#engine/valuation/value-leg.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import { bind } from '#services/bind.ts';
import { bindHoldings } from '#services/book/index.ts';
import { buildCard } from '#services/checklist/build-card.ts';
import { evaluateServers } from '#services/signal/evaluate-servers.ts';
import { processorTimeOf } from './duration.ts';
import type { RecordedCase } from './recorded-case.ts';

const CALENDAR = exchangeCalendar(exchangeFacts);
const CLOCK = settlementClock(CALENDAR);

/** How far bid and ask are from the middle. */
const HALF_SPREAD = 0.05;

const nobody = (): Promise<never> => Promise.reject(new Error('nobody asks for this here'));

/**
 * Processor time of one close for many servers that hold the method's own book each, on a day with a step: decision,
 * H, shocks, cover, layers, plans, the step's order, card and alerts, by the path that the product takes. Only the
 * store is left out.
 *
 * @param all - settings of a server each
 * @returns milliseconds, a run each
 * @throws Error where a server was not told of cover, of a plan and of an order, for then something else was measured
 */
export async function timeServersWithBooks(
  { snapshot, memory }: RecordedCase,
  all: readonly Settings[],
  runs: number,
): Promise<readonly number[]> {
  const { signal } = new AbortController();
  const recorded = await createRecordedMarks(EPISODES, CALENDAR).marks(snapshot.asOf, signal);
  const model = priceSources({ ...recorded, manual: [] }, CLOCK);
  const book = bookOf(model);
  const chains = quotedChains(recorded.chains, model);
  const servers = new Map(all.map((settings, place) => [`server-${place}`, settings]));
  let whole = 0;
  const settingsOf = {
    servers: async () => [...servers.keys()],
    read: async (server: string) => ({
      version: 1,
      settings: { ...(servers.get(server) ?? thresholds.defaults), 'alerts.channel': '100000000000000007' },
      changes: [],
    }),
  };
  const record = { server: '1', memory, book, orders: [], loose: 0 };
  const holdings = bindHoldings({
    calendar: CALENDAR,
    settings: settingsOf,
    log: { error: (words, error) => console.error(words, error) },
    charts: { drawBook: nobody },
    marks: { source: 'quoted', marks: async () => ({ ...withoutModel(recorded), chains }) },
    ledger: {
      openLots: async () => ({ revision: book.revision, open: book.open }),
      endedLots: async () => [],
      changeBook: nobody,
      bookEvents: nobody,
      lotEvents: nobody,
      proposals: nobody,
      proposal: nobody,
      booksWithLots: async () => [],
      manualMarks: async () => [],
      orderRecord: async () => record,
      changeOrders: async (_server, _interaction, act) => act(record, false).result,
    },
  });
  const evaluateAll = bind(evaluateServers, {
    ...holdings,
    takeSnapshot: async () => snapshot,
    readSkew: async () => undefined,
    withManualFigures: async (_server, general) => general,
    inTurn: (_server, act) => act(),
    cardOf: async (_server, decision, inputs) => buildCard(decision, inputs, { ticks: [], notes: [] }),
    nonceOf: (key) => key,
    log: { error: (words, error) => console.error(words, error) },
    nextRelease: async () => undefined,
    scoreRecommendations: async () => undefined,
    settings: settingsOf,
    ledger: {
      memory: async () => memory,
      serversWithOrders: async () => [],
      record: async (entry) => {
        whole += isWhole(entry) ? 1 : 0;
        return 'recorded';
      },
    },
  });
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    whole = 0;
    times.push(
      await processorTimeOf(() =>
        evaluateAll({ evaluation: snapshot.evaluation, now: snapshot.asOf }, signal),
      ),
    );
    if (whole !== all.length) {
      throw new Error(`${whole} of ${all.length} servers were told all, so something else was measured.`);
    }
  }
  return times;
}

type Entry = Parameters<Parameters<typeof evaluateServers>[0]['ledger']['record']>[0];

/** Whether a server was told of cover and, where it steps, of an order with its plans. */
function isWhole({ recorded: { decision, inputs }, deliveries }: Entry): boolean {
  const content = deliveries[0]?.alert.content;
  const { cover = [] } = inputs.standing ?? {};
  return cover[0]?.kind === 'cover' && (decision.ratio.step === 0 || isOrdered(content));
}

function isOrdered(content: AlertContent | undefined): boolean {
  return content?.form === 'card' && content.order?.kind === 'opens' && content.order.order.plans.length > 0;
}

function withoutModel({ model: _model, ...marks }: Omit<Marks, 'manual'>): Omit<Marks, 'manual'> {
  return marks;
}

/** Ten condors and three layers, as somebody would open them there. */
function bookOf(sources: PriceSources): BookRecord {
  const empty: BookRecord = { revision: 0, open: [], ended: [], pending: [], proposalsMade: 0 };
  const changes = modelBook(sources).map((lot) => ({ kind: 'add', lot }) as const);
  const done = applyChanges(empty, { changes, by: 'bench', at: sources.marks.asOf });
  return { ...empty, revision: 1, open: done.kind === 'applied' ? done.lots : [] };
}

/** The listed options with two sides around the model's price. */
function quotedChains(chains: Marks['chains'], sources: PriceSources): Marks['chains'] {
  const { spx, vix } = chains;
  const quoted = (quotes: readonly OptionQuote[]) =>
    quotes.map((quote) => ({ ...quote, ...sidesOf(quote, sources) }));
  return {
    ...(spx && { spx: { ...spx, quotes: quoted(spx.quotes) } }),
    ...(vix && { vix: { ...vix, quotes: quoted(vix.quotes) } }),
  };
}

function sidesOf(option: ListedOption, sources: PriceSources): Pick<OptionQuote, 'bid' | 'ask'> {
  const leg = { ...option, kind: 'option', quantity: 1 } as const;
  const { legs, asOf } = priceLegs([{ lotId: '', leg }], sources);
  const value = legs[0] && valueLeg(legs[0], { asOf, geometry: volGeometry(), shift: UNSHIFTED });
  const middle = value && value.value / contractSize(leg);
  return middle === undefined || middle < 0.01
    ? {}
    : { bid: middle * (1 - HALF_SPREAD), ask: middle * (1 + HALF_SPREAD) };
}
