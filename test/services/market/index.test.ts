import { describe, expect, it } from 'vitest';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import { drawMarket } from '#services/market/draw-market.ts';
import { readMarket } from '#services/market/read-market.ts';
import { EPISODES } from '#adapters/recorded/episodes.ts';
import { createRecordedMarks } from '#adapters/recorded/recorded-marks.ts';
import { CALENDAR } from '#test/support/book/book-desk.ts';
import { readTerm } from '#services/market/read-term.ts';
import { workedHoldings } from '#test/support/book/worked-holdings.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { dotRenderer } from '#test/support/engine/dot-renderer.ts';
import { decide } from '#test/support/engine/play-story.ts';
import { memoryAfter, official } from '#test/support/engine/weak-cpi-story.ts';

const { signal } = new AbortController();
const snapshot = official(1);
const decision = decide(snapshot, { memory: memoryAfter(0) });
const settings = someSettings();
const decideNow = async () => ({ decision, snapshot, settings, market: measureMarket(snapshot) });

describe('readMarket', () => {
  it('shows the decision of this moment with the measures that it rests on', async () => {
    const report = await readMarket({ decideNow, watermark: 'RECORDED' }, '1', signal);
    expect(report.decision.state).toBe('CAPITULATION');
    expect(report.settings).toBe(settings);
    expect(report.details['small-caps'].length).toBeGreaterThan(0);
    expect(report.watermark).toBe('RECORDED');
  });

  it('has no yields where nobody is asked for them', async () => {
    const report = await readMarket({ decideNow }, '1', signal);
    expect(report).not.toHaveProperty('context');
    expect(report).not.toHaveProperty('stress');
    expect(report).not.toHaveProperty('watermark');
  });
});

describe('readTerm', () => {
  it('draws a curve of what is known of it, at the prices of the instant of the snapshot', async () => {
    const asked: number[] = [];
    const drawn: boolean[] = [];
    const report = await readTerm(
      {
        decideNow,
        async readHoldings(_owner, { now }) {
          asked.push(now);
          return workedHoldings();
        },
        async drawBook(chart) {
          drawn.push(chart !== undefined);
          return chart ? { picture: { png: new Uint8Array(), altText: chart.title } } : {};
        },
      },
      '1',
      signal,
    );
    expect(asked).toEqual([snapshot.asOf]);
    const points = report.curve.futures.length + report.curve.indices.length;
    expect(drawn).toEqual([points > 1]);
    expect('picture' in report).toBe(points > 1);
  });
});

describe('readTerm with a year of recorded closes', () => {
  it('shows beta of a 30-day future by the method and as measured, and the SKEW index', async () => {
    const recorded = createRecordedMarks(EPISODES, CALENDAR);
    const { beta, skewIndex } = await readTerm(
      {
        decideNow,
        readHoldings: async () => workedHoldings(),
        drawBook: async () => ({}),
        marks: recorded,
      },
      '1',
      signal,
    );
    expect(beta).toMatchObject({ days: 30, prior: expect.closeTo(0.4142, 4) });
    expect(beta?.sessions).toBeGreaterThanOrEqual(120);
    expect(beta?.estimate).toBeGreaterThan(0.3);
    expect(beta?.estimate).toBeLessThan(0.9);
    expect(beta?.beta).toBeCloseTo(((beta?.prior ?? 0) + (beta?.estimate ?? 0)) / 2, 9);
    expect(skewIndex?.value).toBeGreaterThan(100);
  });
});

describe('drawMarket', () => {
  it('gives the signal chart beside what it shows', async () => {
    const { account, picture } = await drawMarket({ decideNow, charts: dotRenderer }, '1', signal);
    expect(account.decision).toBe(decision);
    expect(picture.altText).toContain('Russell 2000');
  });

  it('fails where nothing could be drawn: the picture is the answer', async () => {
    const charts = { drawSignal: () => Promise.reject(new Error('no memory')) };
    await expect(drawMarket({ decideNow, charts }, '1', signal)).rejects.toThrow('no memory');
  });
});
