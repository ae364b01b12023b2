import type { Measure, Unit } from '#domain/signal/evidence.ts';
import { decimal, signed } from '#discord/message/format.ts';
import { quoted } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';

/** Decimals of each unit, and whether positive values bear a plus. */
const STYLE: Readonly<Record<Unit, { readonly digits: number; readonly sign: boolean }>> = {
  'standard deviations': { digits: 2, sign: true },
  sessions: { digits: 0, sign: false },
  'index points': { digits: 2, sign: false },
  'RSI points': { digits: 1, sign: false },
  fraction: { digits: 3, sign: false },
  percent: { digits: 1, sign: true },
  'VIX points': { digits: 2, sign: false },
  'net share': { digits: 2, sign: true },
  'percentage points': { digits: 2, sign: true },
  times: { digits: 2, sign: false },
  count: { digits: 0, sign: false },
};

const BOUNDS: Readonly<Record<NonNullable<Measure['wanted']>, string>> = {
  '<=': '≤',
  '<': '<',
  '>=': '≥',
  '>': '>',
};

/** Decimals that a value gets at most, so that it never reads like a threshold that it does not meet. */
const MOST_DIGITS = 6;

/** A value with its unit; `?` and the reason where there is none. */
export function valueText(measure: Measure): string {
  const { value, unit } = measure;
  return value === undefined
    ? `${en.signal.card.unknown} ${measure.reason === undefined ? '' : en.market.unknown[measure.reason]}`.trimEnd()
    : withUnit(value, unit, digitsFor(measure));
}

/** A value beside its threshold, such as `−0.40σ (≤ −1.00σ, 0.60σ away)`. */
export function againstThreshold(measure: Measure): string {
  const { wanted, threshold, value, distance, unit } = measure;
  if (wanted === undefined || threshold === undefined) {
    return valueText(measure);
  }
  const digits = digitsFor(measure);
  const bound = `${BOUNDS[wanted]} ${threshold === 0 ? '0' : short(threshold, unit, digits)}`;
  const away =
    value !== undefined && distance !== undefined && distance > 0
      ? `, ${en.market.away(short(distance, unit, digits).replace('+', ''))}`
      : '';
  return `${valueText(measure)} (${bound}${away})`;
}

/** What a measure needs to speak for its evidence, such as `−1.00σ`; absent without a bound. */
export function boundText(measure: Measure): string | undefined {
  const { threshold, unit } = measure;
  return threshold === undefined ? undefined : short(threshold, unit, digitsFor(measure));
}

export function measureName(measure: Measure): string {
  return en.market.measures[measure.id];
}

/** Where a value comes from, such as `cboe, recorded, Tue 23 Sep`. */
export function sourceText({ provenance }: Measure): string {
  return provenance ? `${quoted(provenance.source)} (${en.market.qualities[provenance.quality]})` : '';
}

function digitsFor({ value, threshold, unit }: Measure): number {
  const { digits } = STYLE[unit];
  if (value === undefined || threshold === undefined || value === threshold || !Number.isFinite(value)) {
    return digits;
  }
  for (let more = digits; more < MOST_DIGITS; more++) {
    if (decimal(value, more) !== decimal(threshold, more)) {
      return more;
    }
  }
  return MOST_DIGITS;
}

/** With its unit where that is a sign and no word: beside the value the word has been read already. */
function short(value: number, unit: Unit, digits: number): string {
  return unit === 'sessions' ? decimal(value, digits) : withUnit(value, unit, digits);
}

function withUnit(value: number, unit: Unit, digits: number): string {
  const number = STYLE[unit].sign ? signed(value, digits) : decimal(value, digits);
  return en.market.units[unit].replace('N', () => number);
}
