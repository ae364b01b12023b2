import { describe, expect, it } from 'vitest';
import type { SkewReport } from '#domain/market/term-curve.ts';
import { answerVixGate } from '#engine/checklist/answer-vix-gate.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { tellStory } from '#test/support/engine/market-story.ts';
import { decide } from '#test/support/engine/play-story.ts';

const settings = someSettings();

/** The answer at the close of a print's day, the VIX at the close before it and then. */
function gate(vix: number, { before = vix - 1, skew }: { before?: number; skew?: SkewReport } = {}) {
  const told = tellStory([
    { rut: 0, spx: 0, vix: before },
    { rut: 0, spx: 0, vix },
  ]);
  const snapshot = told.at(1, 'official', { prints: [told.print(1)] });
  return answerVixGate({ decision: decide(snapshot), snapshot, settings, ...(skew && { skew }) });
}

const SEEN = { putSkew: 0.041, asOf: 2 };

describe('answerVixGate', () => {
  it('reads the VIX gates, the curve and the daily range', () => {
    const range = expect.closeTo(0.7559, 4);
    const nothing = ['unknown', 'unknown', 'unknown', 'unknown'];
    expect(gate(14)).toMatchObject({
      finding: 'calm',
      status: 'ok',
      facts: [0, 'steep', range, 'steep', ...nothing],
    });
    expect(gate(21)).toMatchObject({ finding: 'halved', status: 'watch' });
    expect(gate(26)).toMatchObject({
      finding: 'late-gate',
      status: 'act',
      facts: [3, 'inverted', range, 'inverted', ...nothing],
    });
  });

  it('watches a curve that is of another class than at the close before the print', () => {
    expect(gate(15.3, { before: 14 })).toMatchObject({
      finding: 'curve-moved',
      status: 'watch',
      facts: [1, 'normal', expect.anything(), 'steep', ...Array.from({ length: 4 }, () => 'unknown')],
    });
    // Three-month 16 over 14.8 is 8.1 %, over 14 it is 14.3 %: both steep.
    expect(gate(14.8, { before: 14 })).toMatchObject({ finding: 'calm', status: 'ok' });
  });

  it('watches put skew that has risen by a vol point since before the print', () => {
    const rose = (before: number) =>
      gate(14, { before: 14, skew: { ...SEEN, before: { putSkew: before, asOf: 1 } } });
    expect(rose(0.031)).toMatchObject({ finding: 'skew-rose', status: 'watch' });
    expect(rose(0.031).facts.slice(4)).toEqual([4.1, 1, 'unknown', 'unknown']);
    expect(rose(0.0311)).toMatchObject({ finding: 'calm', status: 'ok' });
    expect(rose(0.06)).toMatchObject({ finding: 'calm', status: 'ok' });
  });

  it('names skew without a value before the print, and the SKEW index, without turning on them', () => {
    const index = { value: 128.4, percentile: 0.75 };
    const { status, facts } = gate(14, { before: 14, skew: { ...SEEN, index } });
    expect(status).toBe('ok');
    expect(facts.slice(4)).toEqual([4.1, 'unknown', 128.4, 75]);
  });

  it('lets the gates speak first', () => {
    const skew = { ...SEEN, before: { putSkew: 0.01, asOf: 1 } };
    expect(gate(26, { skew })).toMatchObject({ finding: 'late-gate', status: 'act' });
    expect(gate(20, { before: 16, skew })).toMatchObject({ finding: 'halved', status: 'watch' });
  });
});
