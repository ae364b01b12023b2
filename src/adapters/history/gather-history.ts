import { newYorkDay } from '#calendar/new-york.ts';
import type { FomcStatement } from '#domain/market/session.ts';
import { SourceChanged, SourceUnavailable } from '#domain/problem.ts';
import type { CapturedForecasts } from '#domain/releases/captured-forecasts.ts';
import type { FirstPrint, Print } from '#domain/releases/print.ts';
import type { Release, ReleaseKind } from '#domain/releases/release.ts';
import type { Ledger } from '#ports/ledger/ledger.ts';
import type { DailyClosesSource, IndexName } from '#ports/sources/market-data.ts';
import type { Cells, FreshRows } from './grow-table.ts';
import { RELEASE_COLUMNS, releaseRow } from './release-rows.ts';
import { TABLES } from './tables.ts';

/** Who gives history. */
export type HistorySources = {
  /** Whole histories first, the last two years after them. */
  readonly closes: readonly { readonly mark: 'cboe' | 'yahoo'; readonly source: DailyClosesSource }[];
  /** Absent without a key of FRED. @throws SourceUnavailable or SourceChanged */
  readonly prints?: (kind: ReleaseKind, since: string, signal: AbortSignal) => Promise<readonly FirstPrint[]>;
};

/** What this bot has kept itself; empty for one that never ran. */
export type OwnHistory = {
  readonly prints: readonly Print[];
  readonly releases: readonly Release[];
  /** As they stood before each release, by release. */
  readonly forecasts: ReadonlyMap<string, readonly CapturedForecasts[]>;
};

/** @param ledger - of the bot; absent where it never ran, or runs now */
export async function readOwnHistory(ledger: Ledger | undefined, now: number): Promise<OwnHistory> {
  if (!ledger) {
    return { prints: [], releases: [], forecasts: new Map() };
  }
  const releases = await ledger.storedReleases();
  const forecasts = await Promise.all(
    releases.map(async ({ id }) => [id, await ledger.forecasts(id)] as const),
  );
  return { prints: await ledger.prints(now), releases, forecasts: new Map(forecasts) };
}

export type Gathered = {
  readonly tables: readonly FreshRows[];
  /** Who refused what, for people. */
  readonly refusals: readonly string[];
};

export type GatherParts = {
  readonly sources: HistorySources;
  readonly own: OwnHistory;
  /** Of the Federal Reserve, which gives them as a page for people: they come with the bot. */
  readonly statements: readonly FomcStatement[];
  /** Earliest day wanted, `YYYY-MM-DD`. */
  readonly from: string;
  readonly tell: (done: number, all: number) => void;
};

const INDICES: readonly IndexName[] = ['RUT', 'SPX', 'VIX', 'VIX9D', 'VIX3M', 'VVIX'];
const KINDS: readonly ReleaseKind[] = ['CPI', 'PPI'];

/** Indices that only their own provider may tell. */
const CBOE_ONLY: ReadonlySet<IndexName> = new Set(['VIX', 'VIX9D', 'VIX3M', 'VVIX']);

type Day = { readonly date: string; readonly close: string; readonly source: string };

/** Asks every source of history, one after another. A source that refuses leaves out what it alone gives. */
export async function gatherHistory(parts: GatherParts, signal: AbortSignal): Promise<Gathered> {
  const refusals: string[] = [];
  const all = INDICES.length + KINDS.length;
  const progress = { done: 0 };
  const step = (): void => parts.tell((progress.done += 1), all);
  parts.tell(0, all);

  const days = new Map<IndexName, readonly Day[]>();
  for (const index of INDICES) {
    days.set(index, await closesOf(index, parts, { refusals, signal }));
    step();
  }
  const prints: FirstPrint[] = [];
  for (const kind of KINDS) {
    prints.push(...(await printsOf(kind, parts, { refusals, signal })));
    step();
  }
  return {
    tables: [releaseTable(prints, parts), ...closeTables(days), statementTable(parts)],
    refusals,
  };
}

type Asking = { readonly refusals: string[]; readonly signal: AbortSignal };

async function closesOf(index: IndexName, parts: GatherParts, asking: Asking): Promise<readonly Day[]> {
  for (const { mark, source } of parts.sources.closes) {
    if (!source.indices.includes(index) || (mark !== 'cboe' && CBOE_ONLY.has(index))) {
      continue;
    }
    const indexCloses = await unlessRefused(index, asking, () => closes(index, source, asking.signal));
    if (indexCloses) {
      const name = `${mark}_${index.toLowerCase()}`;
      return indexCloses
        .filter(({ session }) => session >= parts.from)
        .map(({ session, close }) => ({ date: session, close: String(close), source: name }));
    }
  }
  return [];
}

async function closes(index: IndexName, source: DailyClosesSource, signal: AbortSignal) {
  return (await source.closes(index, signal)).closes;
}

async function printsOf(
  kind: ReleaseKind,
  { sources, own, from }: GatherParts,
  asking: Asking,
): Promise<readonly FirstPrint[]> {
  const { prints } = sources;
  const told = (prints && (await unlessRefused(kind, asking, () => prints(kind, from, asking.signal)))) ?? [];
  const days = new Set(told.map(({ day }) => day));
  const ownPrints = own.prints
    .filter((print) => print.kind === kind && print.quality === 'live')
    .map(firstPrintOf)
    .filter(({ day }) => day >= from && !days.has(day));
  return [...told, ...ownPrints];
}

function firstPrintOf({ kind, referenceMonth, releasedAt, figures }: Print): FirstPrint {
  return { kind, referenceMonth, day: newYorkDay(releasedAt), ...figures };
}

async function unlessRefused<Value>(
  what: string,
  { refusals }: Asking,
  ask: () => Promise<Value>,
): Promise<Value | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof SourceUnavailable || error instanceof SourceChanged)) {
      throw error;
    }
    refusals.push(`${what}: ${inWords(error)}.`);
    return undefined;
  }
}

/** With what the HTTP client says of it, from which secrets have been taken. */
function inWords({ message, cause }: Error): string {
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}

function releaseTable(prints: readonly FirstPrint[], { own }: GatherParts): FreshRows {
  return {
    path: TABLES.releases.path,
    columns: RELEASE_COLUMNS,
    key: ['release_date', 'release'],
    rows: prints.map((print) => releaseRow(print, captured(print, own))),
  };
}

/** The last survey that was captured before a release came out. */
function captured(
  { kind, day }: FirstPrint,
  { releases, forecasts }: OwnHistory,
): CapturedForecasts | undefined {
  const release = releases.find(
    ({ kind: other, scheduledAt }) => other === kind && newYorkDay(scheduledAt) === day,
  );
  return (
    release &&
    forecasts
      .get(release.id)
      ?.findLast(
        ({ nature, server, capturedAt }) =>
          nature === 'survey' && server === undefined && capturedAt < release.scheduledAt,
      )
  );
}

function closeTables(days: ReadonlyMap<IndexName, readonly Day[]>): readonly FreshRows[] {
  const of = (index: IndexName): readonly Day[] => days.get(index) ?? [];
  const begun = ['date', 'close', 'source'];
  const tables = [
    { path: TABLES.rut.path, columns: begun, rows: of('RUT') },
    { path: TABLES.spx.path, columns: begun, rows: of('SPX') },
    { path: TABLES.vix.path, columns: ['date', 'close'], rows: of('VIX').map(withoutSource) },
    {
      path: TABLES.volatility.path,
      columns: ['date', 'vix9d', 'vix3m', 'vvix'],
      rows: beside({ vix9d: of('VIX9D'), vix3m: of('VIX3M'), vvix: of('VVIX') }),
    },
  ];
  return tables.map((table) => ({ ...table, key: ['date'] }));
}

function withoutSource({ date, close }: Day): Cells {
  return { date, close };
}

/** One row a day, with a cell of each series that has one. */
function beside(series: Readonly<Record<string, readonly Day[]>>): readonly Cells[] {
  const rows = new Map<string, Record<string, string>>();
  for (const [column, days] of Object.entries(series)) {
    for (const { date, close } of days) {
      rows.set(date, { ...(rows.get(date) ?? { date }), [column]: close });
    }
  }
  return [...rows.values()];
}

function statementTable({ statements, from }: GatherParts): FreshRows {
  return {
    path: TABLES.statements.path,
    columns: ['statement_day', 'kind'],
    key: ['statement_day'],
    rows: statements
      .filter(({ day }) => day >= from)
      .map(({ day, scheduled }) => ({ statement_day: day, kind: scheduled ? 'scheduled' : 'unscheduled' })),
  };
}
