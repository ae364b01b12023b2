import { describe, expect, it } from 'vitest';
import { belowHeadline, headline } from '#discord/views/signal/headline.ts';
import { aDecision } from '#test/support/engine/decision.ts';

describe('headline', () => {
  it('tells state and ratio in its first line', () => {
    const ratio = { ...aDecision().ratio, target: 0.725, step: 0.1, next: 0.7 };
    const [first] = headline(aDecision({ state: 'CAPITULATION', ratio }));
    expect(first).toContain('CAPITULATION');
    expect(first).toContain('0.60 → 0.70');
  });
});

describe('belowHeadline', () => {
  it('says so when a state still stands that the last close alone would not give', () => {
    const outlived = aDecision({ state: 'CAPITULATION', stateBefore: 'CAPITULATION', rank: 'CONFIRM' });
    expect(belowHeadline(outlived).join('\n')).toContain('CONFIRM alone');
    const standing = aDecision({ state: 'CAPITULATION', rank: 'CAPITULATION' });
    expect(belowHeadline(standing).join('\n')).not.toContain('alone');
  });
});
