import { describe, expect, it } from 'vitest';
import type { Proposal } from '#domain/book/proposal.ts';
import {
  approvedView,
  declinedView,
  proposalsView,
  proposalView,
} from '#discord/views/book/proposal-views.ts';
import { customIdsOf, textOf } from '#test/support/discord/view-facts.ts';
import { aCondor, addedEvent, aProposal, NOON, SECOND_STEWARD, STEWARD } from '#test/support/book/lots.ts';

const TODAY = '2026-12-01';
const REPLAY = 'REPLAY';

describe('proposalView', () => {
  it('tells what it would make of the book, who proposed it, and until when', () => {
    const proposal = aProposal({
      before: { condors: 0, hedges: 4, ratio: 0.6 },
      after: { condors: 10, hedges: 4 },
    });
    const text = textOf(proposalView({ kind: 'proposed', proposal, today: TODAY }));
    expect(text).toContain('## P1 waits for a second steward');
    expect(text).toContain('Condors 0 → 10 · hedge contracts 4 → 4 · vega ratio H 0.60 → not valued');
    expect(text).toContain('- add **10** condors 5600/5700/6250/6350');
    expect(text).toContain(`proposed by <@${STEWARD}> <t:1796144400:R> · ends <t:1796403600:R>`);
    expect(text).toContain('nobody approves their own');
  });

  it('leads to both decisions', () => {
    const view = proposalView({ kind: 'proposed', proposal: aProposal(), today: TODAY });
    expect(customIdsOf(view)).toEqual(['v1:book.approve:P1', 'v1:book.decline:P1']);
  });
});

describe('proposalsView', () => {
  const list = (pending: readonly Proposal[], settled: readonly Proposal[] = []): string =>
    textOf(proposalsView({ pending, settled, today: TODAY }));

  it('says so where nothing waits', () => {
    expect(list([])).toContain('Nothing waits for a second steward.');
  });

  it('shows five with their buttons, and counts the rest', () => {
    const pending = Array.from({ length: 7 }, (_, index) => aProposal({ id: `P${index + 1}` }));
    const view = proposalsView({ pending, settled: [], today: TODAY, watermark: REPLAY });
    expect(customIdsOf(view)).toHaveLength(10);
    expect(textOf(view)).toContain('2 more wait behind these.');
    expect(textOf(view)).toContain('**REPLAY**');
  });

  it.each([
    [
      { state: 'approved', by: SECOND_STEWARD, at: NOON, revision: 2 },
      `\`P1\` approved by <@${SECOND_STEWARD}>`,
    ],
    [{ state: 'declined', by: SECOND_STEWARD, at: NOON }, `\`P1\` declined by <@${SECOND_STEWARD}>`],
    [{ state: 'expired', at: NOON }, '`P1` ended undecided'],
    [{ state: 'outdated', at: NOON }, ': the book had moved on'],
  ] as const)('tells what became of one: %o', (standing, text) => {
    expect(list([], [aProposal({ standing })])).toContain(text);
  });
});

describe('approvedView', () => {
  it('tells who approved, and what that changed', () => {
    const events = [addedEvent(aCondor(), { approvedBy: SECOND_STEWARD })];
    const text = textOf(
      approvedView('P1', SECOND_STEWARD, { kind: 'applied', events, revision: 2, today: TODAY }),
    );
    expect(text).toContain(`## P1 approved by <@${SECOND_STEWARD}>`);
    expect(text).toContain('`C1` added: **10** condors');
  });
});

describe('declinedView', () => {
  const declinedBy = (by: string): string =>
    textOf(declinedView(aProposal({ standing: { state: 'declined', by, at: NOON } })));

  it('tells who declined it', () => {
    expect(declinedBy(SECOND_STEWARD)).toBe(
      `\`P1\` was declined by <@${SECOND_STEWARD}>. Nothing was changed.`,
    );
  });

  it('calls it taken back where they declined their own', () => {
    expect(declinedBy(STEWARD)).toBe('`P1` was taken back. Nothing was changed.');
  });
});
