import { describe, expect, it } from 'vitest';
import { bookAltText } from '#charts/book-alt-text.ts';
import { bookExposure } from '#engine/account/book-exposure.ts';
import { exposureChart } from '#engine/chart/exposure-chart.ts';
import { ratioChart } from '#engine/chart/ratio-chart.ts';
import { WORKED_CASE } from '#test/support/discord/fake-exposure-services.ts';

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
    expect(text).toContain('programme p from 0.6 at 0 to 0.6 at 299');
    expect(text).toContain('Watermark: RECORDED');
    expect(text.length).toBeLessThanOrEqual(1_000);
  });
});
