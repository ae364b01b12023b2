import { describe, expect, it } from 'vitest';
import { sdStrike } from '#engine/plan/sd-strike.ts';

const strike = { forward: 18.5, volatility: 1.25, years: 30 / 365 };

describe('sdStrike', () => {
  it('agrees with the worked example, lognormal and linear', () => {
    // Reference: vector demo-strike of the project's worked examples.
    expect(sdStrike({ ...strike, deviations: 1.5, mode: 'lognormal' })).toBeCloseTo(31.668310907294714, 10);
    expect(sdStrike({ ...strike, deviations: 1.5, mode: 'linear' })).toBeCloseTo(28.444597168436026, 10);
  });

  it('lies far apart in the two modes over many months', () => {
    // Reference: formulas §5.3, 220 days at 75 %, one decimal; F 20.8.
    const long = { forward: 20.8, volatility: 0.75, years: 220 / 365, deviations: 1.5 };
    expect(sdStrike({ ...long, mode: 'lognormal' })).toBeCloseTo(49.8, 1);
    expect(sdStrike({ ...long, mode: 'linear' })).toBeCloseTo(39.0, 1);
  });

  it('is the future itself at no deviation', () => {
    expect(sdStrike({ ...strike, deviations: 0, mode: 'lognormal' })).toBe(18.5);
    expect(sdStrike({ ...strike, deviations: 0, mode: 'linear' })).toBe(18.5);
  });
});
