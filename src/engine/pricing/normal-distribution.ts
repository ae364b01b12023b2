/**
 * Coefficients of a ratio of two polynomials, highest power first. Each is the double nearest to the one published.
 */
type Ratio = { readonly over: readonly number[]; readonly under: readonly number[] };

/** Beside the middle, where the probability is near one half: a ratio in the square of the value. */
const MIDDLE: Ratio = {
  over: [0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356],
  under: [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673],
};

/** The flanks: a ratio in the value, times the density. */
const FLANK: Ratio = {
  over: [
    1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
    2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
  ],
  under: [
    1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
    34900.95272114598, 38912.00328609327, 19685.429676859992,
  ],
};

/** The tails: a ratio in one over the square of the value, a correction of the asymptotic series. */
const TAIL: Ratio = {
  over: [
    0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
    2.9112874951168793e-5,
  ],
  under: [
    1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824,
    7.297515550839662e-5,
  ],
};

/** Up to here, in standard deviations, the first ratio holds … */
const MIDDLE_ENDS = 0.66291;
/** … and up to here, the square root of 32, the second. */
const FLANK_ENDS = Math.sqrt(32);

const ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);

/** Deviations beyond which density and tail are less than the smallest double. */
const NOTHING_BEYOND = 40;

/** A sixteenth of a deviation: its square is exact in binary, so no digit of the exponent is lost. */
const STEPS_PER_DEVIATION = 16;

/**
 * Probability that a standard normal variable is at most so many deviations: N(d) of the option formulas.
 *
 * Good to about 15 digits wherever the answer is a normal double, the tails among them: no 1 − N is taken there.
 * Below −38.5 it ends in 0. `NaN` for `NaN`.
 *
 * @see W. J. Cody, Rational Chebyshev Approximations for the Error Function, Mathematics of Computation 23 (1969),
 *   in the form of Cody's own ANORM, ACM Transactions on Mathematical Software 19 (1993), algorithm 715
 */
export function cumulativeNormal(deviations: number): number {
  const distance = Math.abs(deviations);
  if (distance <= MIDDLE_ENDS) {
    return 0.5 + deviations * quotient(MIDDLE, deviations * deviations);
  }
  const beyond = exponential(distance) * tailFactor(distance);
  return deviations > 0 ? 1 - beyond : beyond;
}

/**
 * Density of a standard normal variable: n(d) of the option formulas. 0 where it is below the smallest double.
 */
export function normalDensity(deviations: number): number {
  return exponential(Math.abs(deviations)) / ROOT_OF_TWO_PI;
}

/** Probability of a tail over e^(−x²/2). */
function tailFactor(distance: number): number {
  if (distance <= FLANK_ENDS) {
    return quotient(FLANK, distance);
  }
  const inverse = 1 / (distance * distance);
  return (1 / ROOT_OF_TWO_PI - inverse * quotient(TAIL, inverse)) / distance;
}

/** e^(−x²/2) in two factors, since the rounding of a large square would cost as many digits as the square has. */
function exponential(distance: number): number {
  if (distance > NOTHING_BEYOND) {
    return 0;
  }
  const coarse = Math.trunc(distance * STEPS_PER_DEVIATION) / STEPS_PER_DEVIATION;
  const rest = (distance - coarse) * (distance + coarse);
  return Math.exp((-coarse * coarse) / 2) * Math.exp(-rest / 2);
}

function quotient({ over, under }: Ratio, at: number): number {
  return polynomial(over, at) / polynomial(under, at);
}

function polynomial(coefficients: readonly number[], at: number): number {
  let sum = 0;
  for (const coefficient of coefficients) {
    sum = sum * at + coefficient;
  }
  return sum;
}
