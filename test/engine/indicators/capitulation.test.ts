import { describe, expect, it } from 'vitest';
import { capitulation } from '#engine/indicators/capitulation.ts';

const BOUNDS = { rsiThreshold: 30, windowBars: 5 };

describe('capitulation', () => {
  it('is dated at the later of the two conditions', () => {
    // Reference: vector demo-capitulation of the project's worked examples.
    const found = capitulation([41, 36, 30.5, 29.8, 31, 33], [0.3, 0.1, -0.05, -0.1, -0.2, -0.25], BOUNDS);
    expect(found.state).toEqual(['false', 'false', 'false', 'true', 'true', 'true']);
    expect(found.events).toEqual([3]);
  });

  it('ends with a bullish cross, and begins anew with the next bearish one', () => {
    const { state, events } = capitulation([25, 25, 25, 25], [0.1, -0.1, 0.1, -0.1], BOUNDS);
    expect(state).toEqual(['false', 'true', 'false', 'true']);
    expect(events).toEqual([1, 3]);
  });

  it('forgets a cross that is older than the window', () => {
    const falling = [0.1, -0.1, -0.2, -0.3, -0.4, -0.5, -0.6];
    expect(capitulation([25, 25, 25, 25, 25, 25, 25], falling, BOUNDS).state).toEqual([
      'false',
      'true',
      'true',
      'true',
      'true',
      'true',
      'false',
    ]);
  });

  it('is unknown where either input is, and takes an RSI at the threshold as oversold', () => {
    expect(capitulation([undefined, 30], [0.1, -0.1], BOUNDS).state).toEqual(['unknown', 'true']);
    expect(capitulation([30, 30], [0.1, undefined], BOUNDS).state).toEqual(['false', 'unknown']);
  });
});
