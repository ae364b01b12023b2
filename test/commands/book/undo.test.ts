import { describe, expect, it, vi } from 'vitest';
import { undo } from '#commands/book/undo.ts';
import { NotAllowed } from '#domain/problem.ts';
import type { UndoAnswer } from '#domain/book/undo-answer.ts';
import { contextWith, MEMBER, SERVER } from '#test/commands/context-with.ts';
import { aCall, addedEvent } from '#test/support/book/lots.ts';
import { textOf } from '#test/support/discord/view-facts.ts';
import type { BookServices } from '#services/book/index.ts';

const TODAY = '2026-12-01';
const ASKED = undo.options.parse({});

async function answered(answer: UndoAnswer): Promise<string> {
  const undoChange: BookServices['undoChange'] = async () => answer;
  const { view } = await undo.run(ASKED, contextWith({ undoChange }, 'steward'));
  return textOf(view);
}

describe('/book undo', () => {
  it('takes back the last change once a press, and says what it was and where the book stands', async () => {
    const undoChange = vi.fn<BookServices['undoChange']>(async () => ({
      kind: 'undone',
      events: [addedEvent(aCall())],
      fills: [],
      report: { meaning: 'multiplier', asked: 0.7, filled: 0.6 },
      today: TODAY,
    }));
    const context = contextWith({ undoChange }, 'steward');
    const { view } = await undo.run(ASKED, context);
    expect(undoChange.mock.calls[0]?.[0]).toEqual({
      owner: { server: SERVER },
      by: MEMBER,
      interaction: context.interaction,
    });
    expect(textOf(view)).toContain('Taken back');
    expect(textOf(view)).toContain('`H1` added');
    expect(textOf(view)).toContain('0.60');
  });

  it('is for stewards; a book of their own anybody takes back', async () => {
    const undoChange = vi.fn<BookServices['undoChange']>(async () => ({
      kind: 'refused',
      refusal: { kind: 'nothing' },
      today: TODAY,
    }));
    await expect(undo.run(ASKED, contextWith({ undoChange }))).rejects.toBeInstanceOf(NotAllowed);
    const own = await undo.run(undo.options.parse({ personal: true }), contextWith({ undoChange }));
    expect(undoChange.mock.calls.map(([{ owner }]) => owner)).toEqual([{ server: SERVER, member: MEMBER }]);
    expect(own.audience).toBe('caller');
  });

  it('says why a change stays', async () => {
    const refused = (refusal: Extract<UndoAnswer, { kind: 'refused' }>['refusal']) =>
      answered({ kind: 'refused', refusal, today: TODAY });
    expect(await refused({ kind: 'nothing' })).toContain('Nothing is left to take back');
    expect(await refused({ kind: 'settled', lot: 'H3' })).toContain('`H3` of that change has settled');
    expect(await refused({ kind: 'needs-approval' })).toContain('want a second steward');
    expect(await refused({ kind: 'order-followed', order: 'O1-x', successor: 'O2-x' })).toContain(
      'Order O2 was computed from what was filled for O1',
    );
  });

  it('says that a second press changed nothing', async () => {
    const again = await answered({ kind: 'undone', events: [], fills: [], today: TODAY });
    expect(again).toContain('taken back before');
  });
});
