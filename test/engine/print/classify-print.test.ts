import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure, PrintClass } from '#domain/releases/print.ts';
import { classifyPrint } from '#engine/print/classify-print.ts';
import { surpriseAgainstConsensus } from '#engine/print/measure-surprise.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { aKnownPrint, type PrintWish } from '#test/support/engine/known-print.ts';

const read = (wish: PrintWish, settings = someSettings()) => classifyPrint(aKnownPrint(wish), settings);

/** A figure that missed its forecast by so many ticks of 0.05 points; beat it where positive. */
const missedBy = (ticks: number): Figure => ({ actual: 4 + ticks, consensus: 4 });

const fewerThanNeeded = Array.from({ length: 23 }, () => 2);

describe('surpriseAgainstConsensus', () => {
  it('divides by the sample deviation of past surprises', () => {
    // Reference: vector demo-surprise of the project's worked examples; tenths are two ticks.
    const tenths = [1, -1, 0, 0, 1, 0, -1, 0, 1, 0, 0, -2, 1, 0, 0, -1, 1, 0, 0, 0, -1, 1, 0, 0, 1, -1];
    const known = aKnownPrint({ core: { actual: 4, consensus: 6 }, past: tenths.map((tenth) => tenth * 2) });
    expect(surpriseAgainstConsensus(known, 'core')).toMatchObject({
      difference: -0.1,
      standardDeviation: 0.08,
      standardised: -1.25,
      count: 26,
    });
  });

  it('knows that 0.3 less 0.2 is one tenth exactly', () => {
    const known = aKnownPrint({ core: { actual: 6, consensus: 4 } });
    expect(surpriseAgainstConsensus(known, 'core')?.difference).toBe(0.1);
  });

  it('never divides by less than 0.05 points', () => {
    const known = aKnownPrint({ core: missedBy(-2), past: Array.from({ length: 30 }, () => 0) });
    expect(surpriseAgainstConsensus(known, 'core')?.standardised).toBe(-2);
  });

  it('forgets surprises more than sixty prints back', () => {
    const recent = Array.from({ length: 60 }, (_, month) => (month % 3) - 1);
    const known = (past: readonly number[]) => aKnownPrint({ core: missedBy(-2), past });
    expect(surpriseAgainstConsensus(known([20, -20, 20, ...recent]), 'core')).toEqual(
      surpriseAgainstConsensus(known(recent), 'core'),
    );
  });
});

describe('what stands beside a surprise', () => {
  const restated = { actual: 2, consensus: 4, previous: 6, revisedPrevious: 4, unrounded: 0.06 };

  it('adds the restatement of the month before to the news, and does not classify by it', () => {
    const surprise = surpriseAgainstConsensus(aKnownPrint({ core: restated }), 'core');
    const { standardDeviation: deviation = 1 } = surprise ?? {};
    expect(surprise).toMatchObject({ difference: -0.1, revision: -0.1, unrounded: 0.06 });
    expect(surprise?.netNews).toBeCloseTo(-0.2 / deviation, 6);
    const judged = (core: Figure) => {
      const reading = read({ core });
      return reading.classified ? [reading.class, reading.z, reading.fragile] : [];
    };
    expect(judged(restated)).toEqual(judged({ actual: 2, consensus: 4 }));
  });

  it('says nothing of a restatement that nobody published', () => {
    const surprise = surpriseAgainstConsensus(aKnownPrint({ core: missedBy(-2) }), 'core');
    expect(surprise).not.toHaveProperty('revision');
    expect(surprise).not.toHaveProperty('netNews');
    expect(surprise).not.toHaveProperty('unrounded');
  });
});

describe('classifyPrint', () => {
  it('weighs the core 0.7 and the headline 0.3', () => {
    const reading = read({ core: missedBy(-2), headline: missedBy(2) });
    const [core] = reading.classified ? reading.surprises : [];
    expect(reading).toMatchObject({
      class: 'in-line',
      method: 'standardised',
      z: expect.closeTo(0.4 * (core?.standardised ?? 0), 9),
    });
  });

  it.each([
    [-0.5, 'weak'],
    [-0.4999999999, 'in-line'],
    [-1.5, 'very-weak'],
    [0.5, 'strong'],
    [1.5, 'very-strong'],
  ] satisfies readonly (readonly [number, PrintClass])[])(
    'is inclusive at the bound: %d is %s',
    (z, name) => {
      const bound = Math.abs(z) >= 1 ? 1.5 : 0.5;
      const known = aKnownPrint({ core: missedBy(z < 0 ? -2 : 2), headline: {} });
      const score = surpriseAgainstConsensus(known, 'core')?.standardised ?? 1;
      const at = Math.abs(score) * (bound / Math.abs(z));
      const settings = someSettings(
        bound === 1.5
          ? { 'print.weakZ': -0.1, 'print.veryWeakZ': -at }
          : { 'print.weakZ': -at, 'print.veryWeakZ': -9 },
      );
      expect(classifyPrint(known, settings)).toMatchObject({ class: name });
    },
  );

  it('counts a series alone in full', () => {
    const reading = read({ core: missedBy(-2), headline: { actual: 4 } });
    expect(reading).toMatchObject({ z: expect.closeTo(-0.1 / 0.10084, 3), hasConsensus: true });
  });

  it('calls a class fragile when rounding could have put the print on its side of a bound', () => {
    const fragile = read({ core: missedBy(-1), headline: missedBy(-1) });
    const firm = read({ core: missedBy(-4), headline: missedBy(-4) });
    expect(fragile).toMatchObject({ class: 'in-line', fragile: true, band: expect.closeTo(0.4958, 3) });
    expect(firm).toMatchObject({ class: 'very-weak', fragile: true });
    expect(read({ core: missedBy(-10), headline: missedBy(-10) })).toMatchObject({ fragile: false });
  });

  it('counts plain points, and says so, with fewer than 24 past surprises', () => {
    const reading = read({ core: missedBy(-2), past: fewerThanNeeded });
    expect(reading).toMatchObject({ class: 'weak', method: 'points', hasConsensus: true });
    expect(reading).not.toHaveProperty('z');
  });

  it.each([
    ['CPI', -2, 0, 'weak'],
    ['CPI', -4, 0, 'very-weak'],
    ['CPI', -2, 2, 'in-line'],
    ['CPI', -1, 0, 'in-line'],
    ['CPI', 2, 0, 'strong'],
    ['CPI', 4, -2, 'in-line'],
    ['CPI', 4, 0, 'very-strong'],
    ['PPI', -4, 0, 'weak'],
    ['PPI', -6, 0, 'very-weak'],
  ] satisfies readonly (readonly ['CPI' | 'PPI', number, number, PrintClass])[])(
    'by points, a %s whose core is %d and headline %d ticks off is %s',
    (kind, core, headline, name) => {
      const wish = { kind, core: missedBy(core), headline: missedBy(headline), past: fewerThanNeeded };
      expect(read(wish)).toMatchObject({ class: name, method: 'points' });
    },
  );

  it('measures against the last three prints where nobody forecast, and says so', () => {
    const reading = read({
      core: { actual: 2 },
      headline: {},
      past: [...fewerThanNeeded, 0, 0, 0],
    });
    expect(reading).toMatchObject({
      class: 'weak',
      method: 'points',
      hasConsensus: false,
      surprises: [{ against: 'proxy', expected: 4, difference: -0.1 }],
    });
  });

  it('classifies nothing without a forecast where the server requires one', () => {
    const reading = read(
      { core: { actual: 2 }, headline: {} },
      someSettings({ 'print.requireConsensus': true }),
    );
    expect(reading).toMatchObject({ classified: false, reason: 'no-consensus' });
  });

  it('judges the twelve-month change alone where no one-month change was published', () => {
    const pastYearly = Array.from({ length: 24 }, (_, month) => (month % 2 === 0 ? 2 : -2));
    const wish = { core: {}, headline: {}, headlineYearly: { actual: 50, consensus: 54 } };
    expect(read({ ...wish, pastYearly })).toMatchObject({ class: 'very-weak', method: 'yearly' });
    expect(read({ ...wish, pastYearly: pastYearly.slice(1) })).toMatchObject({
      classified: false,
      reason: 'no-one-month-change',
    });
  });

  it('is unclassified, never in line, when no figure is there', () => {
    expect(read({ core: {}, headline: {} })).toMatchObject({ classified: false, reason: 'not-supplied' });
    expect(read({ core: { actual: Number.NaN, consensus: 4 }, headline: {} })).toMatchObject({
      classified: false,
    });
  });

  it('is late when first seen more than six hours after it was published', () => {
    const hours = (count: number): number => count * 3_600_000;
    expect(read({ delay: hours(6) }).late).toBe(false);
    expect(read({ delay: hours(6) + 1 }).late).toBe(true);
  });

  it('turns a surprise of the other sign into the mirrored class', () => {
    const mirror: Readonly<Record<PrintClass, PrintClass>> = {
      'very-weak': 'very-strong',
      weak: 'strong',
      'in-line': 'in-line',
      strong: 'weak',
      'very-strong': 'very-weak',
    };
    const ticks = fc.integer({ min: -12, max: 12 });
    fc.assert(
      fc.property(ticks, ticks, fc.boolean(), (core, headline, byPoints) => {
        const settings = someSettings({ 'print.method': byPoints ? 'points' : 'standardised' });
        const there = read({ core: missedBy(core), headline: missedBy(headline) }, settings);
        const back = read({ core: missedBy(-core), headline: missedBy(-headline) }, settings);
        expect(there.classified && back.classified && mirror[there.class] === back.class).toBe(true);
      }),
    );
  });
});
