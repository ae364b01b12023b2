import { describe, expect, it } from 'vitest';
import type { Figure } from '#domain/releases/print.ts';
import type { KnownPrint } from '#domain/signal/snapshot.ts';
import { classifyPrint } from '#engine/print/classify-print.ts';
import { surpriseAgainstConsensus, surpriseAgainstProxy } from '#engine/print/measure-surprise.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { aKnownPrint } from '#test/support/engine/known-print.ts';

/** Figures are ticks of 0.05 points. */
const missedBy = (ticks: number): Figure => ({ actual: 4 + ticks, consensus: 4 });

function after(cores: readonly Figure[], core: Figure): KnownPrint {
  const history = cores.map((figure, month) => ({
    date: `2012-01-${month + 1}`,
    figures: { core: figure, headline: {}, headlineYearly: {} },
  }));
  return { ...aKnownPrint({ core, headline: {} }), history };
}

describe('a class by points', () => {
  const fragileAt = (points: number): unknown => {
    const reading = classifyPrint(
      aKnownPrint({ core: missedBy(points / 0.05), headline: {}, past: [] }),
      someSettings(),
    );
    return reading.classified && [reading.class, reading.fragile];
  };

  it.each([
    // One hidden half of a tenth up makes 0.1 below 0.05 below, one down makes 0.15 below 0.2 below.
    [-0.1, 'weak', true],
    [-0.15, 'weak', true],
    [-0.05, 'in-line', true],
    [0, 'in-line', false],
    [0.05, 'in-line', true],
    [0.1, 'strong', true],
    [-0.3, 'very-weak', false],
    [0.3, 'very-strong', false],
  ])('of %d points is %s, and fragile is %s where rounding may have made it so', (points, name, fragile) => {
    expect(fragileAt(points)).toEqual([name, fragile]);
  });

  it('is what a server gets that wants points, however many surprises are known', () => {
    const known = aKnownPrint({ core: missedBy(-2) });
    expect(classifyPrint(known, someSettings({ 'print.method': 'points' }))).toMatchObject({
      method: 'points',
      class: 'weak',
    });
    expect(classifyPrint(known, someSettings())).toMatchObject({ method: 'standardised' });
  });
});

describe('a class by deviations', () => {
  // 60 surprises of a tenth up and down have a deviation of 0.10084 points: 0.1 is 0.992, and rounding may hide 0.496.
  it.each([
    ['strong', 2, 'the bound of strong alone'],
    ['very-strong', 4, 'the bound of very strong alone'],
    ['weak', -2, 'the bound of weak alone'],
    ['very-weak', -4, 'the bound of very weak alone'],
  ])('is fragile as %s at %d ticks: within reach is %s', (name, ticks, _bound) => {
    const known = aKnownPrint({ core: missedBy(ticks), headline: missedBy(ticks) });
    expect(classifyPrint(known, someSettings())).toMatchObject({ class: name, fragile: true });
  });

  it('is fragile where rounding reaches the bound exactly, and not a hair further', () => {
    const known = aKnownPrint({ core: missedBy(-2), headline: missedBy(-2) });
    const read = (weak: number) =>
      classifyPrint(known, someSettings({ 'print.weakZ': weak, 'print.veryWeakZ': -9 }));
    const reading = read(-0.5);
    const { z = 0, band = 0 } = reading.classified ? reading : {};
    expect(read(z + band)).toMatchObject({ fragile: true });
    expect(read(z + band + 1e-6)).toMatchObject({ fragile: false });
  });
});

describe('what a print is measured against', () => {
  it('takes the deviation about the mean of the surprises, not about zero', () => {
    // Sixteen surprises of +2 and eight of −1: variance (24 × 72 − 24²) ⁄ (24 × 23) ticks², deviation 1.444630 ticks.
    const past = Array.from({ length: 24 }, (_, month) => (month % 3 === 0 ? -1 : 2));
    const surprise = surpriseAgainstConsensus(aKnownPrint({ core: missedBy(-2), past }), 'core');
    expect(surprise?.standardDeviation).toBeCloseTo(0.0722315, 6);
  });

  it('subtracts each forecast from its own print', () => {
    // The same surprises of one tick up and down about forecasts that were never the same twice.
    const months = Array.from({ length: 24 }, (_, month): Figure => {
      const consensus = month % 5;
      return { actual: consensus + (month % 2 === 0 ? 2 : -2), consensus };
    });
    // 24 values of ±2 ticks: √(24 × 4 ⁄ 23) ticks.
    const surprise = surpriseAgainstConsensus(after(months, missedBy(-2)), 'core');
    expect(surprise?.standardDeviation).toBeCloseTo(Math.sqrt(96 / 23) * 0.05, 6);
  });

  it('does not count a print of which no forecast, or no figure, is known', () => {
    const months = Array.from({ length: 24 }, (): Figure => missedBy(2));
    const holes: readonly Figure[] = [{ actual: 4 }, { consensus: 4 }, {}];
    expect(surpriseAgainstConsensus(after([...months, ...holes], missedBy(-2)), 'core')?.count).toBe(24);
  });

  it('takes the last three prints that are known where nobody forecast', () => {
    const months: readonly Figure[] = [{ actual: 9 }, { actual: 6 }, { actual: 3 }, {}, { actual: 3 }];
    expect(surpriseAgainstProxy(after(months, { actual: 2 }), 'core')).toMatchObject({
      expected: 4,
      difference: -0.1,
    });
  });

  it('classifies nothing by two earlier prints', () => {
    const months: readonly Figure[] = [{ actual: 4 }, { actual: 4 }];
    expect(classifyPrint(after(months, { actual: 2 }), someSettings())).toMatchObject({
      classified: false,
      reason: 'no-consensus',
    });
  });
});

describe('what is shown beside a print', () => {
  const shown = (core: Figure, past?: readonly number[]) =>
    surpriseAgainstConsensus(aKnownPrint({ core, ...(past && { past }) }), 'core');

  it('shows no restatement without both the figure before and what it was restated to', () => {
    expect(shown({ ...missedBy(-2), previous: 6 })).not.toHaveProperty('revision');
    expect(shown({ ...missedBy(-2), revisedPrevious: 6 })).not.toHaveProperty('revision');
  });

  it('shows a restatement without a score where too few surprises are known for one', () => {
    const surprise = shown({ ...missedBy(-2), previous: 6, revisedPrevious: 4 }, []);
    expect(surprise).toMatchObject({ revision: -0.1 });
    expect(surprise).not.toHaveProperty('netNews');
  });

  it('shows no unrounded change that is no number', () => {
    expect(shown({ ...missedBy(-2), unrounded: Number.NaN })).not.toHaveProperty('unrounded');
  });

  it('says how sources stand to each other where they were compared', () => {
    const known = aKnownPrint();
    expect(
      classifyPrint({ ...known, standing: { kind: 'confirmed', looks: [] } }, someSettings()),
    ).toMatchObject({
      standing: 'confirmed',
    });
    expect(classifyPrint(known, someSettings())).not.toHaveProperty('standing');
  });
});
