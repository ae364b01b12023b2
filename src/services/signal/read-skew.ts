import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { PutSkew, SkewReport } from '#domain/market/term-curve.ts';
import { evaluationId, type KnownPrint, type Snapshot } from '#domain/signal/snapshot.ts';
import { skewIndex } from '#engine/market/skew-index.ts';
import { indexSkew } from '#engine/valuation/index-skew.ts';
import { priceSources } from '#engine/valuation/price-book.ts';
import { settlementClock } from '#engine/valuation/settlement-clock.ts';
import type { DecisionLedger } from '#ports/ledger/ledger.ts';
import type { Log } from '#ports/log.ts';
import type { PositionMarks } from '#ports/sources/market-data.ts';

type SkewDeps = {
  readonly calendar: ExchangeCalendar;
  readonly ledger: Pick<DecisionLedger, 'decision'>;
  readonly log: Pick<Log, 'error'>;
  /** Absent where no source gives prices. */
  readonly marks?: PositionMarks;
};

/**
 * Put skew of SPX at an evaluation, beside what was stored when its latest print came out: prices of that moment are
 * those of the close before, or of minutes before it.
 *
 * One answer for all servers: what people have marked by hand does not count.
 *
 * @param servers - whose decisions on the print are looked through, until one has it
 * @returns `undefined` where no prices give it; a fault is logged and keeps no decision from being made
 */
export async function readSkew(
  deps: SkewDeps,
  snapshot: Snapshot,
  servers: readonly string[],
  signal: AbortSignal,
): Promise<SkewReport | undefined> {
  try {
    const now = await skewNow(deps, snapshot.asOf, signal);
    if (!now) {
      return undefined;
    }
    const before = await skewBefore(deps, snapshot.prints.at(-1), servers);
    const history = await deps.marks?.skewHistory?.(snapshot.asOf);
    const index = history && skewIndex(history, snapshot.lastSession);
    const report = { ...now, ...(before && { before }), ...(index && { index }) };
    canonicalJson(report);
    return report;
  } catch (error) {
    signal.throwIfAborted();
    deps.log.error('skew not read', error);
    return undefined;
  }
}

async function skewNow(
  { marks: source, calendar }: SkewDeps,
  now: number,
  signal: AbortSignal,
): Promise<PutSkew | undefined> {
  const marks = await source?.marks(now, signal);
  const skew = marks && indexSkew(priceSources({ ...marks, manual: [] }, settlementClock(calendar)));
  const asOf = marks?.chains.spx?.asOf;
  return skew && asOf !== undefined ? { putSkew: -skew.riskReversal, asOf } : undefined;
}

/** Only what was seen before the print was published tells what was there before it. */
async function skewBefore(
  { ledger }: SkewDeps,
  latest: KnownPrint | undefined,
  servers: readonly string[],
): Promise<PutSkew | undefined> {
  if (!latest) {
    return undefined;
  }
  const { releaseId, releasedAt } = latest.print;
  const id = evaluationId({ kind: 'print', session: latest.dayZero, releaseId });
  for (const server of servers) {
    const skew = (await ledger.decision(server, id))?.inputs.skew;
    if (skew) {
      return skew.asOf < releasedAt ? { putSkew: skew.putSkew, asOf: skew.asOf } : undefined;
    }
  }
  return undefined;
}
