import { describe, expect, it } from 'vitest';
import type { Evidence, EvidenceId, Truth } from '#domain/signal/evidence.ts';
import { hasEvidenceChanged, rememberEvidence } from '#engine/decision/evidence-changes.ts';

const piece = (id: EvidenceId, truth: Truth): Evidence => ({ id, truth, measures: [] });
const beforeTheClose: Evidence = { ...piece('lag', 'unknown'), reason: 'not-yet-closed' };

describe('hasEvidenceChanged', () => {
  it('tells a truth from the one before, unknown included', () => {
    expect(hasEvidenceChanged([piece('rsi', 'true')], { rsi: 'false' })).toBe(true);
    expect(hasEvidenceChanged([piece('breadth', 'false')], { breadth: 'unknown' })).toBe(true);
    expect(hasEvidenceChanged([piece('rsi', 'true')], { rsi: 'true' })).toBe(false);
  });

  it('takes what is seen for the first time for no change', () => {
    expect(hasEvidenceChanged([piece('rsi', 'true')], {})).toBe(false);
  });

  it('takes what cannot be seen before the close for no change, and keeps what was', () => {
    expect(hasEvidenceChanged([beforeTheClose], { lag: 'true' })).toBe(false);
    expect(rememberEvidence([beforeTheClose, piece('rsi', 'false')], { lag: 'true' })).toEqual({
      lag: 'true',
      rsi: 'false',
    });
  });

  it('takes the turning of a curve that is only shown for no change', () => {
    expect(hasEvidenceChanged([piece('term', 'true')], { term: 'false' })).toBe(false);
  });
});
