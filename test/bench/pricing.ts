import peerPricing from 'black-scholes';
import peerGreeks from 'greeks';
import type { OptionValue } from '#engine/pricing/option-terms.ts';
import { EXACT_OPTIONS, type ExactOption } from '#test/support/exact-options.ts';
import { relativeGap } from '#test/support/engine/relative-gap.ts';
import { valueOnSpot } from '#test/support/engine/value-on-spot.ts';
import { processorTime } from './duration.ts';
import type { Measurement, Row } from './measurement.ts';
import { versionOf } from './package-version.ts';
import { median } from './quantile.ts';

type Terms = ExactOption['terms'];
type Value = Required<OptionValue>;

const ROUNDS = 50;
const RUNS = 7;
const MICROSECONDS = 1_000;
const MILLISECONDS_PER_SECOND = 1_000;

/** What prices and greeks may differ from exact ones, as a fraction of them. */
const EXACT_ENOUGH = 1e-9;

const SPOT = 6_000;
const STRIKES = Array.from({ length: 50 }, (_, step) => 4_750 + 50 * step);
const YEARS = [7, 30, 45, 110, 220].map((days) => days / 365);
const VOLATILITIES = [0.12, 0.2];

/** Price and greeks beside the packages black-scholes and greeks: how long they take, and how exact they are. */
export const pricing: Measurement = {
  name: 'pricing',
  async measure(say) {
    const options = optionsOfABook();
    const times = { ours: new Array<number>(), theirs: new Array<number>() };
    say(`${options.length} options, ${ROUNDS} rounds, ${RUNS} times each, in turn`);
    for (let run = 0; run < RUNS; run += 1) {
      times.ours.push(processorTime(() => repeat(options, computeOurs)));
      times.theirs.push(processorTime(() => repeat(options, computeTheirs)));
    }
    const each = (all: readonly number[]): number => (median(all) / (ROUNDS * options.length)) * MICROSECONDS;
    const [ours, theirs] = [each(times.ours), each(times.theirs)];
    say(`a second: ours ${aSecond(ours)}, theirs ${aSecond(theirs)}`);
    return [
      {
        what: `price and five greeks of one of ${options.length} SPX options (CPU)`,
        ours,
        unit: 'µs',
        bar: { kind: 'peer', name: peers(), measured: theirs, mostTimes: 1 },
      },
      ...errors(),
    ];
  },
};

function peers(): string {
  return `black-scholes ${versionOf('black-scholes')}, greeks ${versionOf('greeks')}`;
}

function aSecond(microseconds: number): string {
  return Math.round((MICROSECONDS * MILLISECONDS_PER_SECOND) / microseconds).toLocaleString('en');
}

/** Calls and puts over the strikes of a chain, five expirations and two volatilities. */
function optionsOfABook(): readonly Terms[] {
  const rights = ['call', 'put'] as const;
  return rights.flatMap((right) =>
    STRIKES.flatMap((strike) =>
      YEARS.flatMap((years) =>
        VOLATILITIES.map((volatility) => ({ right, spot: SPOT, strike, years, rate: 0.04, volatility })),
      ),
    ),
  );
}

function repeat(options: readonly Terms[], compute: (terms: Terms) => OptionValue): void {
  for (let round = 0; round < ROUNDS; round += 1) {
    options.forEach(compute);
  }
}

function computeOurs(terms: Terms): OptionValue {
  return valueOnSpot({ ...terms, dividendYield: 0 });
}

/** The same numbers in our units: theta a year, vega and rho per 1.00. */
function computeTheirs({ right, spot, strike, years, rate, volatility }: Terms): Value {
  const both = [spot, strike, years, volatility, rate] as const;
  return {
    price: peerPricing.blackScholes(...both, right),
    delta: peerGreeks.getDelta(...both, right),
    gamma: peerGreeks.getGamma(...both),
    vega: peerGreeks.getVega(...both) * 100,
    theta: peerGreeks.getTheta(...both, right, 1),
    rho: peerGreeks.getRho(...both, right, 1),
  };
}

function errors(): readonly Row[] {
  return (['near', 'far'] as const).flatMap((reach) => {
    const options = EXACT_OPTIONS.filter((option) => option.reach === reach);
    const money = reach === 'near' ? 'near the money' : 'in the tails';
    const ours = largest(options, computeOurs);
    const what = `largest error of price or greek ${money}, of its exact value`;
    const theirs = largest(options, computeTheirs);
    return [
      { what, ours, unit: 'difference', bar: { kind: 'limit', most: EXACT_ENOUGH } },
      {
        what,
        ours,
        unit: 'difference',
        bar: { kind: 'peer', name: peers(), measured: theirs, mostTimes: 1 },
      },
    ];
  });
}

/** As a fraction of the exact number, over all options and all six numbers. */
function largest(options: readonly ExactOption[], compute: (terms: Terms) => OptionValue): number {
  const gaps = options.flatMap(({ exact, terms }) => {
    const { price, delta, gamma, vega, theta, rho } = compute(terms);
    return [
      relativeGap(price, exact.price),
      relativeGap(delta, exact.delta),
      relativeGap(gamma, exact.gamma),
      relativeGap(vega, exact.vega),
      relativeGap(theta, exact.theta),
      relativeGap(rho, exact.rho),
    ];
  });
  return Math.max(...gaps);
}
