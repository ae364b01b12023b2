import { describe, expect, it } from 'vitest';
import { ExpiredCard, NothingYet } from '#domain/problem.ts';
import type { Decision } from '#domain/signal/decision.ts';
import { note, tick } from '#services/checklist/mark-checklist.ts';
import { showChecklist } from '#services/checklist/show-checklist.ts';
import { aDecision } from '#test/support/engine/decision.ts';
import { memoryAfter } from '#test/support/engine/weak-cpi-story.ts';
import { recordedOf } from '#test/support/ledger/ledger-entries.ts';
import { openLedger } from '#test/support/ledger/open-ledger.ts';

const SERVER = '1';
const { event: EVENT } = memoryAfter(0);

/** A close of a session inside an event. */
function closeOf(session: string, event: string): Decision {
  return aDecision({
    id: `${session}.official`,
    evaluation: { kind: 'official', session },
    ...(EVENT && { event: { ...EVENT, id: event } }),
  });
}

const FIRST = closeOf('2014-09-22', 'CPI-2014-09-17');
const SECOND = closeOf('2014-09-23', 'CPI-2014-09-17');
const NEXT_EVENT = closeOf('2014-10-22', 'CPI-2014-10-22');
const ANN = { item: 'vix-gate', by: 'ann', at: FIRST.asOf + 1, ticked: true } as const;
const BOB = { ...ANN, item: 'fomc-window', by: 'bob', at: FIRST.asOf + 2 } as const;

/** A ledger with some decisions of a server, oldest first. */
async function setUp(...decisions: readonly Decision[]) {
  const ledger = await openLedger();
  for (const decision of decisions) {
    await ledger.record({ recorded: recordedOf(decision, SERVER), deliveries: [] });
  }
  return { ledger, marketClock: { now: () => 0 } };
}

describe('tick', () => {
  it('counts a mark once, however often the button is pressed', async () => {
    const deps = await setUp(FIRST);
    await tick(deps, SERVER, FIRST.id, ANN);
    const { checklist } = await tick(deps, SERVER, FIRST.id, ANN);
    expect(checklist.ticks.map(({ by }) => by)).toEqual(['ann']);
  });

  it('counts the marks of two people who press two buttons at the same moment', async () => {
    const deps = await setUp(FIRST);
    await Promise.all([ANN, BOB].map((mark) => tick(deps, SERVER, FIRST.id, mark)));
    expect((await showChecklist(deps, SERVER)).checklist.ticks).toHaveLength(2);
  });

  it('takes the mark of one item away again, and of no other', async () => {
    const deps = await setUp(FIRST);
    await tick(deps, SERVER, FIRST.id, ANN);
    await tick(deps, SERVER, FIRST.id, BOB);
    const { checklist } = await tick(deps, SERVER, FIRST.id, { ...ANN, ticked: false });
    expect(checklist.ticks.map(({ by }) => by)).toEqual(['bob']);
  });

  it('keeps what the checklist said when the mark was set', async () => {
    const deps = await setUp(FIRST);
    const { checklist } = await tick(deps, SERVER, FIRST.id, ANN);
    const answer = checklist.answers.find(({ item }) => item === 'vix-gate');
    expect(answer).toBeDefined();
    expect(checklist.ticks).toEqual([
      {
        item: 'vix-gate',
        by: 'ann',
        at: FIRST.asOf + 1,
        seen: { decisionId: FIRST.id, status: answer?.status, finding: answer?.finding },
      },
    ]);
  });

  it('counts on every card of one event, the older ones included', async () => {
    const deps = await setUp(FIRST, SECOND);
    const { checklist, decision } = await tick(deps, SERVER, FIRST.id, ANN);
    expect(decision.id).toBe(FIRST.id);
    expect(checklist.ticks).toHaveLength(1);
    expect((await showChecklist(deps, SERVER)).checklist).toMatchObject({ decisionId: SECOND.id });
    expect(await deps.ledger.ticks(SERVER, 'CPI-2014-09-17')).toHaveLength(1);
  });

  it('refuses a card whose event is over, and one that nobody stored', async () => {
    const deps = await setUp(FIRST, NEXT_EVENT);
    await expect(tick(deps, SERVER, FIRST.id, ANN)).rejects.toThrow(ExpiredCard);
    await expect(tick(deps, SERVER, 'CPI-1.print', ANN)).rejects.toThrow(ExpiredCard);
    await expect(tick(deps, '2', NEXT_EVENT.id, ANN)).rejects.toThrow(ExpiredCard);
    expect(await deps.ledger.ticks(SERVER, 'CPI-2014-09-17')).toEqual([]);
  });
});

describe('note', () => {
  const text = { item: 'vix-gate', by: 'ann', at: FIRST.asOf + 1, text: 'quotes wide' } as const;

  it('is written on the latest checklist, beside those before it', async () => {
    const deps = await setUp(FIRST, NEXT_EVENT);
    await note(deps, SERVER, text);
    const { checklist, decision } = await note(deps, SERVER, { ...text, by: 'bob', at: text.at + 1 });
    expect(decision.id).toBe(NEXT_EVENT.id);
    expect(checklist.notes.map(({ by }) => by)).toEqual(['ann', 'bob']);
    expect(await deps.ledger.notes(SERVER, 'CPI-2014-09-17')).toEqual([]);
  });

  it('has no place before the first decision of the server', async () => {
    const deps = await setUp(FIRST);
    await expect(note(deps, '2', text)).rejects.toThrow(NothingYet);
  });
});
