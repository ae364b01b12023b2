import { shiftDay, shiftMonth } from '#calendar/calendar-day.ts';
import type { FirstPrint, Ticks } from '#domain/releases/print.ts';
import type { ReleaseKind } from '#domain/releases/release.ts';
import { percentChange } from '#adapters/price-index/percent-change.ts';
import { fredDay, type FredParts } from './ask-fred.ts';
import { FRED_SERIES } from './series.ts';
import { type Vintage, vintages } from './vintages.ts';

type Months = ReadonlyMap<string, readonly Vintage[]>;
type Change = { readonly actual?: Ticks; readonly previous?: Ticks };

/** Enough for the change on the year of the month before the first one. */
const DAYS_BEFORE = 480;
const YEAR = 12;

/**
 * What a report said on each day it came out, from ALFRED's vintages: the levels as they stood that day.
 *
 * @param since - earliest day wanted, `YYYY-MM-DD`
 * @returns oldest first; months whose first level stood before `since` are left out
 * @throws SourceUnavailable or SourceChanged
 */
export async function firstPrints(
  parts: FredParts,
  { kind, since }: { readonly kind: ReleaseKind; readonly since: string },
  signal: AbortSignal,
): Promise<readonly FirstPrint[]> {
  const until = fredDay(parts.clock.now());
  const query = { since: shiftDay(since, -DAYS_BEFORE), from: shiftDay(since, -1), until };
  const names = FRED_SERIES[kind];
  const headline = await vintages(parts, { ...query, series: names.headline }, signal);
  const core = await vintages(parts, { ...query, series: names.core }, signal);
  const yearly = await vintages(parts, { ...query, series: names.headlineYearly }, signal);

  return [...headline].flatMap(([referenceMonth, [first]]) =>
    first === undefined || first.from < since
      ? []
      : [
          {
            kind,
            referenceMonth,
            day: first.from,
            headline: changes(headline, referenceMonth, { day: first.from, back: 1 }),
            core: changes(core, referenceMonth, { day: first.from, back: 1 }),
            headlineYearly: changes(yearly, referenceMonth, { day: first.from, back: YEAR }),
          },
        ],
  );
}

type At = { readonly day: string; readonly back: number };

function changes(months: Months, month: string, at: At): Change {
  const actual = changeOf(months, month, at);
  const previous = changeOf(months, shiftMonth(month, -1), at);
  return { ...(actual !== undefined && { actual }), ...(previous !== undefined && { previous }) };
}

function changeOf(months: Months, month: string, { day, back }: At): Ticks | undefined {
  const level = asOf(months.get(month), day);
  const base = asOf(months.get(shiftMonth(month, -back)), day);
  return level === undefined || base === undefined ? undefined : percentChange(level, base).published;
}

function asOf(known: readonly Vintage[] | undefined, day: string): string | undefined {
  return known?.find(({ from, until }) => from <= day && day <= until)?.level;
}
