import type { CloseStatus, DailyCloses } from '#domain/market/market.ts';
import type { SourcedValue } from '#domain/market/source-diagnostic.ts';
import type { Combined } from './combine-closes.ts';
import type { Supplied } from './supplied.ts';

/** Houses that differ by no more than this fraction say the same: 0.05 %. */
const TOLERANCE = 0.0005;

/**
 * Holds the last close of a series against what other providers say.
 *
 * Agreement with one of them confirms it. Where they say otherwise it is provisional, and keeps its value; but a value
 * that only repeats the close before, to the last digit, gives way to the one that does not.
 *
 * @returns the series with its standing; as it is where it has no close
 */
export function confirmClose({ daily, provider }: Combined, supplied: readonly Supplied[]): DailyCloses {
  const last = daily.closes.at(-1);
  if (!last) {
    return daily;
  }
  const ours = { source: provider, value: last.close };
  const others = valuesOf(supplied, last.session).filter(({ source }) => source !== provider);
  if (others.some(({ value }) => agrees(value, ours.value))) {
    return { ...daily, standing: { kind: 'confirmed', session: last.session, values: [ours, ...others] } };
  }
  const better = ours.value === daily.closes.at(-2)?.close ? others[0] : undefined;
  const values = better ? [better, ours, ...others.slice(1)] : [ours, ...others];
  const status: CloseStatus = { kind: 'provisional', session: last.session, values };
  return better ? withLast(daily, better, status) : { ...daily, standing: status };
}

/** The first value of each provider. */
function valuesOf(supplied: readonly Supplied[], session: string): readonly SourcedValue[] {
  const values = new Map<string, number>();
  for (const { provider, daily } of supplied) {
    const close = daily.closes.find((one) => one.session === session)?.close;
    if (close !== undefined && !values.has(provider)) {
      values.set(provider, close);
    }
  }
  return [...values].map(([source, value]) => ({ source, value }));
}

function agrees(one: number, other: number): boolean {
  return Math.abs(one / other - 1) <= TOLERANCE;
}

function withLast(daily: DailyCloses, { source, value }: SourcedValue, status: CloseStatus): DailyCloses {
  const closes = [...daily.closes.slice(0, -1), { session: status.session, close: value }];
  return { ...daily, closes, source: `${daily.source}; ${source} for ${status.session}`, standing: status };
}
