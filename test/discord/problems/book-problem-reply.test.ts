import { describe, expect, it } from 'vitest';
import {
  type BookProblem,
  InvalidLots,
  InvalidMark,
  LotChangedMeanwhile,
  NothingToChange,
  OwnProposal,
  ProposalOver,
  UnknownLot,
  UnknownMark,
  UnknownProposal,
} from '#domain/book/book-problem.ts';
import { problemReply } from '#discord/problems/problem-reply.ts';
import { aCall, addedEvent, NOON, SECOND_STEWARD } from '#test/support/book/lots.ts';
import { textOf } from '#test/support/discord/view-facts.ts';

const EDITED = addedEvent(aCall({ cost: 2 }), { kind: 'edited', before: aCall(), by: SECOND_STEWARD });
const QUANTITY = { kind: 'quantity', value: 0 } as const;

const SENTENCES: readonly (readonly [BookProblem, string])[] = [
  [new InvalidLots([{ place: 0, fault: QUANTITY }]), 'A quantity of 0 cannot be'],
  [new InvalidLots([{ place: 0, fault: QUANTITY }]), 'Nothing was written.'],
  [new InvalidLots([{ place: 3, fault: QUANTITY }]), '**Lot 4:** A quantity of 0'],
  [new InvalidLots(Array.from({ length: 40 }, (_, place) => ({ place, fault: QUANTITY }))), '… and 28 more.'],
  [new UnknownLot('H9'), 'no open lot `H9`. `/book show` lists them'],
  [new UnknownLot('H9', 'closed'), '`H9` was closed already'],
  [new UnknownLot('H9', 'expired'), '`H9` has settled'],
  [new UnknownLot('H9', 'removed'), '`H9` was removed already'],
  [new LotChangedMeanwhile('H1', [EDITED]), `- \`H1\` changed: cost 1.85 → 2.00 (<@${SECOND_STEWARD}>`],
  [new LotChangedMeanwhile('H1', [EDITED]), 'Look at it again'],
  [new NothingToChange('H1'), '`H1` is so already'],
  [new UnknownProposal('P9'), 'no proposal `P9`'],
  [new OwnProposal('P1'), 'another steward has to approve it'],
  [
    new ProposalOver('P1', { state: 'approved', by: SECOND_STEWARD, at: NOON, revision: 2 }),
    `approved by <@${SECOND_STEWARD}> already`,
  ],
  [new ProposalOver('P1', { state: 'declined', by: SECOND_STEWARD, at: NOON }), 'declined by'],
  [new ProposalOver('P1', { state: 'expired', at: NOON }), 'waited for three days'],
  [new ProposalOver('P1', { state: 'outdated', at: NOON, lot: 'H1' }, [EDITED]), 'cost 1.85 → 2.00'],
  [new ProposalOver('P1', { state: 'outdated', at: NOON, lot: 'H1' }), '`H1` is not in the book any more'],
  [new ProposalOver('P1', { state: 'outdated', at: NOON, faults: [QUANTITY] }), '- A quantity of 0'],
  [new InvalidMark('looks-like-fraction'), 'such as 85, not 0.85'],
  [new InvalidMark('no-value'), 'Give a price'],
  [new UnknownMark(), '`/market marks` lists'],
];

describe('what went wrong with a book', () => {
  it.each(SENTENCES)('%s is told to the person who asked alone, with what to do', (problem, words) => {
    const reply = problemReply(problem, '1');
    expect(textOf(reply.view)).toContain(words);
    expect(reply.audience).toBe('caller');
  });

  it('does not let what was typed format or mention', () => {
    const typed = '`@everyone` **x**';
    const fault = { kind: 'unreadable-day', what: 'expiry', typed } as const;
    const told = textOf(problemReply(new InvalidLots([{ place: 0, fault }]), '1').view);
    expect(told).toContain("`'@everyone' **x**` is no day");
  });
});
