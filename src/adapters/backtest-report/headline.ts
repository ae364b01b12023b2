import { plural } from '#domain/plural.ts';
import type { BacktestStudy, OutcomeCell } from '#domain/history/backtest.ts';
import { counted, OUTCOME_NAMES, signed } from './numbers.ts';

/** Below this a corrected chance counts as something that is unlikely to be chance alone. */
const LEVEL = 0.05;

/** Fewer events than this have no interval. */
const FEW = 5;

/** A VIX-call hedge gains when the VIX rises, and SPX and small caps fall. */
const PAYS = { relative: -1, spx: -1, vix: 1, futures: 1 } as const;

/** The first sentences of a report: what the history shows, and what it does not. */
export function headline({ outcomes, funnel, raises }: BacktestStudy): string {
  const lagging = outcomes.filter(({ stage, interval }) => stage === 'lag' && interval);
  const clear = lagging.filter(({ chanceHolm = 1 }) => chanceHolm <= LEVEL);
  const confirmed = funnel.find(({ id }) => id === 'confirmed')?.count ?? 0;
  const lost = raises.filter(({ extra }) => extra < 0).length;
  return [
    firstSentence(lagging, clear, confirmed),
    ...(lagging.length > 0 ? [survivors(clear)] : []),
    `The rule raised the hedge ${counted(raises.length, 'time')}; the part above base lost money in ${lost === 0 ? 'none' : lost} of them, by a proxy that is no VIX call.`,
  ].join(' ');
}

function firstSentence(
  lagging: readonly OutcomeCell[],
  clear: readonly OutcomeCell[],
  confirmed: number,
): string {
  const few = `${counted(confirmed, 'confirmed release')} ${plural(confirmed, 'is', 'are')} too few for any interval`;
  if (lagging.length === 0) {
    return `This history is too short to show anything: there is no interval to print for what followed a weak print with lag, and ${few}.`;
  }
  const across = lagging.filter(spansZero).length;
  const facts = `of ${lagging.length} intervals for what followed a weak print with lag, beside matched windows, ${across} span zero`;
  const claim = clear.some(paysHedge)
    ? 'something in this history speaks for the rule, and not enough to rely on it'
    : 'this history does not show that the rule foresees trouble';
  const rest = confirmed < FEW ? `, and ${few}` : '';
  return `${claim.charAt(0).toUpperCase()}${claim.slice(1)}: ${facts}${rest}.`;
}

function paysHedge({ outcome, difference = 0 }: OutcomeCell): boolean {
  return difference * PAYS[outcome] > 0;
}

function spansZero({ interval }: Pick<OutcomeCell, 'interval'>): boolean {
  return interval !== undefined && interval.low <= 0 && interval.high >= 0;
}

function survivors(clear: readonly OutcomeCell[]): string {
  if (clear.length === 0) {
    return 'None survives the correction for looking at all of them.';
  }
  const told = clear.map(
    ({ outcome, horizon, difference }) =>
      `${OUTCOME_NAMES[outcome].replace(',', ' in')} after ${counted(horizon, 'session')} (${signed(difference)})`,
  );
  const paying = clear.filter(paysHedge).length;
  const mixed =
    paying === clear.length ? 'in the direction in which a hedge gains' : 'some for and some against a hedge';
  const way = paying === 0 ? 'in the direction in which a hedge loses' : mixed;
  return `After correction for looking at all of them ${plural(clear.length, 'one remains', `${clear.length} remain`)}: ${told.join(' and ')}, ${way}.`;
}
