import { describe, expect, it } from 'vitest';
import type { OptionQuote } from '#domain/book/mark.ts';
import { deviationCall, deviationStrikes } from '#engine/plan/deviation-strikes.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import {
  listedVixCalls,
  UNKNOWN,
  vixCalls,
  WORKED_POSITIONS,
  workedSources,
} from '#test/support/book/worked-book.ts';

const { hedges } = WORKED_POSITIONS;
const settings = someSettings();
const listed = workedSources(listedVixCalls());
const geometry = volGeometry();

/** The listed calls, each become what a test wants of it. */
function relisted(change: (quote: OptionQuote) => readonly OptionQuote[]) {
  const chain = listedVixCalls().chains.vix ?? expect.fail('there is no chain');
  return workedSources({ chains: { vix: { ...chain, quotes: chain.quotes.flatMap(change) } } });
}

describe('deviationStrikes', () => {
  it('gives 1.5 and 2 deviations, lognormal and linear, for every layer', () => {
    const [short, medium, long] = deviationStrikes(hedges, listed, settings, geometry);
    expect(short).toMatchObject({ kind: 'strikes', layer: 'short', expiry: '2026-02-04', days: 30 });
    expect([medium, long]).toMatchObject([{ expiry: '2026-04-25' }, { expiry: '2026-08-13' }]);
    const strikes = short?.kind === 'strikes' ? short.strikes : [];
    // Reference: formulas §5.3 for the first two, F 18.5, 125 %, 30 days.
    expect(strikes.map(({ strike }) => Math.round(strike * 10) / 10)).toEqual([31.7, 28.4, 37.9, 31.8]);
    expect(strikes.map(({ listed: call }) => call.kind === 'call' && call.strike)).toEqual([32, 29, 38, 32]);
  });

  it('shows what one such contract moves: far calls move little', () => {
    // Reference: formulas §2.2: the 2-deviation lognormal strikes move by $1.4/1.0/0.75 per point, unlisted.
    const units = deviationStrikes(hedges, listed, settings, geometry).map((layer) => {
      const two = layer.kind === 'strikes' ? layer.strikes[2]?.listed : undefined;
      return two?.kind === 'call' ? two.unit : Number.NaN;
    });
    expect(units[0]).toBeCloseTo(1.4, 0);
    expect(units[1]).toBeCloseTo(1.0, 0);
    expect(units[2]).toBeCloseTo(0.75, 0);
  });

  it('measures by the layer’s volatility at the money, not by the far strike’s own', () => {
    // Each point of strike is a point of volatility dearer.
    const sources = relisted(({ bid: _bid, ask: _ask, ...quote }) => [
      { ...quote, volatility: 1 + quote.strike / 100 },
    ]);
    const [short] = deviationStrikes(hedges, sources, settings, geometry);
    const first = short?.kind === 'strikes' ? short.strikes[0] : undefined;
    const { strike, volatility } = first ?? expect.fail('there is no strike');
    // At the future, 18.5, it is 118.5 %.
    expect(volatility).toBeCloseTo(1.185, 9);
    expect(strike).toBeCloseTo(18.5 * Math.exp(1.5 * 1.185 * Math.sqrt(30 / 365)), 9);
  });

  it('says why a layer has no strike', () => {
    const none = (sources: ReturnType<typeof workedSources>) =>
      deviationStrikes(hedges, sources, settings, geometry).map(
        (layer) => layer.kind === 'none' && layer.reason,
      );
    expect(none(workedSources({ chains: {} }))).toEqual(['no-expiry', 'no-expiry', 'no-expiry']);
    expect(none(workedSources({ futures: [] }))).toEqual(['no-forward', 'no-forward', 'no-forward']);
    expect(none(workedSources({ rate: UNKNOWN }))).toEqual(['no-rate', 'no-rate', 'no-rate']);
  });

  it('moves on to the nearest listed expiry when what is held is about to be rolled', () => {
    const chain = listedVixCalls().chains;
    const soon = [vixCalls('medium', ['2026-02-04', 25, 4])];
    const rules = someSettings({ 'layers.daysFloor': [5, 45, 60] });
    const layers = deviationStrikes(soon, workedSources({ chains: chain }), rules, geometry);
    expect(layers.map((layer) => layer.kind === 'strikes' && layer.expiry)).toEqual([
      '2026-02-04',
      '2026-04-25',
      '2026-08-13',
    ]);
  });
});

describe('deviationCall', () => {
  it('takes the nearest listed strike at or above 1.5 deviations', () => {
    const [short] = deviationStrikes(hedges, listed, settings, geometry);
    expect(short && deviationCall(short, settings)).toMatchObject({ kind: 'call', strike: 32 });
    expect(short && deviationCall(short, someSettings({ 'strike.mode': 'linear' }))).toMatchObject({
      strike: 29,
    });
  });

  it('takes none that lies beyond 2 deviations', () => {
    const sources = relisted((quote) => (quote.strike < 30 || quote.strike > 39 ? [quote] : []));
    const [short] = deviationStrikes(hedges, sources, settings, geometry);
    expect(short && deviationCall(short, settings)).toEqual({
      kind: 'none',
      layer: 'short',
      reason: 'none-in-band',
    });
  });
});
