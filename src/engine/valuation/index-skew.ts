import { yearsBetween } from '#engine/pricing/years-between.ts';
import { type RiskReversal, riskReversal, type Smile } from '#engine/pricing/risk-reversal.ts';
import { DAY } from '#domain/duration.ts';
import type { PriceSources } from './price-book.ts';
import type { ExpiryQuotes } from './quote-board.ts';
import { isUnvalued } from './volatility-marks.ts';

/** Days to which the skew is brought. */
const MONTH = 30;

/**
 * The 25-delta risk reversal of SPX at 30 days, from the two expirations around them, each strike at its own
 * volatility: quoted, or by the model where nobody quotes.
 *
 * @see docs/method.md#term-curve
 */
export function indexSkew(sources: PriceSources): RiskReversal | undefined {
  const listed = sources.board.listed('SPX');
  const nearer = listed.findLast((chain) => daysTo(chain, sources) <= MONTH && daysTo(chain, sources) > 0);
  const farther = listed.find((chain) => daysTo(chain, sources) >= MONTH);
  const smiles = [nearer, farther].flatMap((chain) => (chain ? smileOf(chain, sources) : []));
  return riskReversal(smiles);
}

function daysTo({ expiry, settlement }: ExpiryQuotes, { clock, marks }: PriceSources): number {
  return ((clock.settlesAt(expiry, settlement) ?? 0) - marks.asOf) / DAY;
}

function smileOf(
  chain: ExpiryQuotes,
  { clock, marks, forwards, volatilities }: PriceSources,
): readonly Smile[] {
  const { expiry, settlement, quotes } = chain;
  const settlesAt = clock.settlesAt(expiry, settlement);
  const forward = forwards.index(expiry, settlement)?.value;
  const rate = forwards.rate?.value;
  if (settlesAt === undefined || forward === undefined || rate === undefined) {
    return [];
  }
  const outside = quotes.filter(({ right, strike }) => (right === 'call') === strike > forward);
  const points = outside.flatMap((option) => {
    const volatility = volatilities(option, { forward, rate, settlesAt });
    return isUnvalued(volatility)
      ? []
      : [{ right: option.right, strike: option.strike, volatility: volatility.value }];
  });
  return [{ years: yearsBetween(marks.asOf, settlesAt), forward, points }];
}
