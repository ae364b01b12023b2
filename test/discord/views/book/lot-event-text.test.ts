import { describe, expect, it } from 'vitest';
import { changeText, eventText, firstLines, signedEvent } from '#discord/views/book/lot-event-text.ts';
import { aCall, aCondor, addedEvent, NOON, SECOND_STEWARD, STEWARD } from '#test/support/book/lots.ts';

const TODAY = '2026-12-01';
const CALL = '**4** VIX 22 calls · 2027-01-20, 50 d · short layer · cost 1.85';

describe('eventText', () => {
  it('tells what was added', () => {
    expect(eventText(addedEvent(aCall()), TODAY)).toBe(`\`H1\` added: ${CALL}`);
  });

  it('tells what a change made of a lot', () => {
    const { after: _, ...event } = addedEvent(aCall());
    const edit = { ...event, kind: 'edited', before: aCall(), after: aCall({ quantity: 6 }) } as const;
    expect(eventText(edit, TODAY)).toBe('`H1` changed: quantity 4 → 6');
  });

  it.each([
    [{ how: 'removed' }, `\`H1\` removed as a mistake: ${CALL}`],
    [{ how: 'closed', on: '2026-12-03', price: 2.4 }, `\`H1\` closed on 2026-12-03 at 2.40: ${CALL}`],
    [{ how: 'closed', on: '2026-12-03' }, `\`H1\` closed on 2026-12-03: ${CALL}`],
    [{ how: 'expired', on: '2026-12-01', at: NOON }, `\`H1\` settled Tue 1 Dec 2026 12:00 ET: ${CALL}`],
  ] as const)('tells how a lot left: %o', (end, sentence) => {
    const { after: _, ...event } = addedEvent(aCall());
    expect(eventText({ ...event, kind: end.how, before: aCall(), end }, TODAY)).toBe(sentence);
  });

  it('says who did it, and who approved', () => {
    const signed = signedEvent(addedEvent(aCall(), { approvedBy: SECOND_STEWARD }), TODAY);
    expect(signed.split('\n')[1]).toBe(`-# <@${STEWARD}> <t:1796144400:R>, approved by <@${SECOND_STEWARD}>`);
  });
});

describe('changeText', () => {
  it('names the part of a lot that is to be closed', () => {
    const change = {
      kind: 'close',
      id: 'H1',
      basis: 1,
      was: aCall(),
      on: TODAY,
      quantity: 1,
      price: 2,
    } as const;
    expect(changeText(change, TODAY)).toBe(`- close 1 of \`H1\` on 2026-12-01 at 2.00: ${CALL}`);
  });

  it('names the lot alone where all of it is to be closed', () => {
    const change = { kind: 'close', id: 'H1', basis: 1, was: aCall(), on: TODAY, quantity: 4 } as const;
    expect(changeText(change, TODAY)).toBe(`- close \`H1\` on 2026-12-01: ${CALL}`);
  });

  it('tells what is to be added or taken out', () => {
    const { id: _, ...lot } = aCondor();
    expect(changeText({ kind: 'add', lot }, TODAY)).toMatch(/^- add \*\*10\*\* condors 5600/);
    expect(changeText({ kind: 'remove', id: 'C1', basis: 1, was: aCondor() }, TODAY)).toMatch(
      /^- remove `C1` as a mistake/,
    );
  });
});

describe('firstLines', () => {
  it('shows twenty lines and counts the rest', () => {
    const lines = firstLines(Array.from({ length: 23 }, (_, index) => `line ${index}`));
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('… and 3 more.');
  });
});
