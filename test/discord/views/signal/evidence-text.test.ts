import { describe, expect, it } from 'vitest';
import type { Evidence } from '#domain/signal/evidence.ts';
import { evidenceLine } from '#discord/views/signal/evidence-text.ts';

const MACD: Evidence = {
  id: 'macd',
  truth: 'false',
  measures: [
    { id: 'macdRut', value: -5.11, unit: 'index points', wanted: '<', threshold: 0, distance: -5.11 },
    { id: 'macdRatio', value: -0.002, unit: 'fraction', wanted: '<', threshold: 0, distance: -0.002 },
    { id: 'macdCrossAge', value: 11, unit: 'sessions', wanted: '<=', threshold: 4, distance: 7 },
  ],
};

describe('evidenceLine', () => {
  it('shows what keeps a condition from holding, not what already does', () => {
    expect(evidenceLine(MACD)).toContain('11 sessions (≤ 4');
    expect(evidenceLine(MACD)).not.toContain('5.11');
  });

  it('shows what a condition that holds rests on', () => {
    expect(evidenceLine({ ...MACD, truth: 'true' })).toContain('−5.11 (< 0)');
  });

  it('marks what is not known with its reason, never as failed', () => {
    const line = evidenceLine({ id: 'breadth', truth: 'unknown', reason: 'not-supplied', measures: [] });
    expect(line).toMatch(/^\? \*\*Breadth:\*\* \S/);
    expect(line).not.toContain('✗');
  });
});
