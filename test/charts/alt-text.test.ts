import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { altText, bookAltText } from '#charts/alt-text.ts';
import { bookExposure } from '#engine/account/book-exposure.ts';
import { exposureChart } from '#engine/chart/exposure-chart.ts';
import { ratioChart } from '#engine/chart/ratio-chart.ts';
import { WORKED_CASE } from '#test/support/discord/fake-exposure-services.ts';
import type { SignalChart } from '#domain/signal/signal-chart.ts';
import { sampleChart } from './sample-chart.ts';
import { propertyRuns } from '#test/support/process/property-runs.ts';

/** Russell 2000 around its confirmed print, as the project's recorded history has it, in two sessions. */
const confirmed: SignalChart = {
  title: 'CAPITULATION: very weak CPI, 0.60 → 0.70',
  subtitle: 'Recorded daily closes, as of Sep 23, 2014, 16:15 ET',
  sessions: ['2014-09-16', '2014-09-17', '2014-09-23'],
  rut: [1150.97, 1154.4, 1118.7],
  averages: [
    { period: 20, values: [undefined, undefined, 1160.6] },
    { period: 50, values: [undefined, undefined, 1118.7] },
    { period: 200, values: [undefined, undefined, 1100.2] },
  ],
  rsi: { period: 14, rut: [44, 47, 33.61], spx: [58, 60, 46.58], threshold: 35 },
  macd: { line: [1, 0.5, -5.3], signal: [1, 1, -0.1], histogram: [0, -0.5, -5.2] },
  relative: [1, 0.995, 0.98],
  marks: [
    { session: '2014-09-17', label: 'CPI', kind: 'print' },
    { session: '2014-09-23', label: 'Confirmed', kind: 'confirmed' },
  ],
  watermark: 'RECORDED',
};

describe('altText', () => {
  it('says what the picture shows, with the values that the decision rests on', () => {
    expect(altText(confirmed)).toBe(
      'CAPITULATION: very weak CPI, 0.60 → 0.70. Chart of 2014-09-16 to 2014-09-23, 3 sessions. ' +
        'Russell 2000 closed at 1,118.7, below its 20-day average 1,160.6, at its 50-day average 1,118.7, ' +
        'above its 200-day average 1,100.2. ' +
        'RSI 14: RUT 33.6, in the capitulation zone (at or below 35), SPX 46.6. ' +
        'MACD histogram negative at −5.20 (MACD −5.3, signal −0.1). ' +
        'RUT/SPX at 0.980 of its first session, −2.0% from the close of 2014-09-16, before the print. ' +
        'Recorded daily closes, as of Sep 23, 2014, 16:15 ET. Watermark: RECORDED. ' +
        'Marked: CPI (print, 2014-09-17); Confirmed (confirmed, 2014-09-23).',
    );
  });

  it('counts an RSI at the threshold as in the zone and one just above it as not', () => {
    const at = (rut: number) => altText({ ...confirmed, rsi: { ...confirmed.rsi, rut: [50, 50, rut] } });
    expect(at(35)).toContain('RUT 35.0, in the capitulation zone');
    expect(at(35.01)).toContain('RUT 35.0, above the capitulation zone');
  });

  it('measures the ratio from before the latest of two prints', () => {
    const marks = [...confirmed.marks, { session: '2014-09-23', label: 'PPI', kind: 'print' } as const];
    expect(altText({ ...confirmed, marks })).toContain('−1.5% from the close of 2014-09-17');
  });

  it('calls what is missing unknown, never zero', () => {
    const none = [1, 2, undefined];
    const text = altText({
      ...confirmed,
      rut: none,
      rsi: { ...confirmed.rsi, rut: none, spx: none },
      macd: { line: none, signal: none, histogram: none },
      relative: none,
    });
    expect(text).toContain('close unknown');
    expect(text).toContain('RUT unknown (at or below 35), SPX unknown');
    expect(text).toContain('MACD histogram unknown');
    expect(text).toContain('RUT/SPX unknown');
    expect(text).not.toMatch(/\b0\.0/);
  });

  it('says that a mark lies outside the sessions shown', () => {
    const marks = [{ session: '2014-08-19', label: 'CPI', kind: 'print' } as const];
    expect(altText({ ...confirmed, marks })).toContain('CPI (print, 2014-08-19, outside the sessions shown)');
  });

  it('never passes 1,000 characters nor loses its values, however long the words around them', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 3_000 });
    fc.assert(
      fc.property(words, words, fc.array(words, { maxLength: 8 }), (title, subtitle, labels) => {
        const more = labels.map((label) => ({ session: '2014-09-17', label, kind: 'print' }) as const);
        const marks = [...confirmed.marks, ...more];
        const text = altText({ ...confirmed, title, subtitle, marks, watermark: title });
        expect(text.length).toBeLessThanOrEqual(1_000);
        expect(text.isWellFormed()).toBe(true);
        expect(text).toContain('RUT 33.6');
        expect(text).toContain('−2.0%');
      }),
      { numRuns: propertyRuns(50) },
    );
  });

  it('speaks of one session as one', () => {
    expect(altText(sampleChart(1))).toContain('2014-04-03 to 2014-04-03, 1 session.');
  });
});

const { vega } = bookExposure(WORKED_CASE);

describe('bookAltText', () => {
  it('tells every bar and every level of a book in words', () => {
    if (!vega) {
      throw new Error('the worked example can be valued');
    }
    const step = { from: 0.6, to: 0.85 };
    const text = bookAltText(exposureChart(vega, { step, meaning: 'absolute', isIllustration: true }));
    expect(text).toContain('short 2026-02-04: $304. medium 2026-04-25: $218. long 2026-08-13: $72.');
    expect(text).toContain('condors are short $994 (H = 1), target 0.85: $845');
    expect(text).toContain('illustration, nobody holds it');
  });

  it('puts the target of a multiplier at so many times the hedge', () => {
    const chart =
      vega &&
      exposureChart(vega, { step: { from: 0.6, to: 0.7 }, meaning: 'multiplier', isIllustration: false });
    // 593.5 × 0.70/0.60
    expect(chart?.levels.at(-1)?.value).toBeCloseTo(692.4, 0);
  });

  it('tells where lines begin and end, and stays within what Discord takes', () => {
    const samples = Array.from({ length: 300 }, (_, day) => ({
      asOf: day * 86_400_000,
      programme: 0.6,
      ratio: 0.5,
    }));
    const text = bookAltText(ratioChart(samples, 'RECORDED'));
    expect(text).toContain('vega multiplier from 0.6 at 0 to 0.6 at 299');
    expect(text).toContain('Watermark: RECORDED');
    expect(text.length).toBeLessThanOrEqual(1_000);
  });
});
