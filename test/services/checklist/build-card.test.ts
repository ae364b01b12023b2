import { describe, expect, it } from 'vitest';
import type { Tick } from '#domain/checklist/checklist.ts';
import { buildCard, type CardInputs, checklistOf, readMarked } from '#services/checklist/build-card.ts';
import { attemptExposure } from '#services/signal/attempt-exposure.ts';
import { judgeHeld } from '#services/signal/judge-server.ts';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import { workedHoldings } from '#test/support/book/worked-holdings.ts';
import { aDecision, someSettings } from '#test/support/engine/decision.ts';
import { decide } from '#test/support/engine/play-story.ts';
import { memoryAfter, official } from '#test/support/engine/weak-cpi-story.ts';

const snapshot = official(1);
const memory = memoryAfter(0);
const decision = decide(snapshot, { memory });
const BARE: CardInputs = { snapshot, settings: someSettings(), memory, book: undefined };
const NOTHING = { ticks: [], notes: [] };

const findingOf = (inputs: CardInputs, item: string): string | undefined =>
  buildCard(decision, inputs, NOTHING).checklist.answers.find((answer) => answer.item === item)?.finding;

describe('buildCard', () => {
  it('says that no book is kept, and plans nothing for it', () => {
    const card = buildCard(decision, BARE, NOTHING);
    expect(card.exposure).toEqual({ mode: 'none', reason: 'no-book' });
    expect(card).not.toHaveProperty('standing');
    expect(findingOf(BARE, 'hedge-budget')).toBe('no-lots');
  });

  it('counts contracts as the server says it holds them', () => {
    const { exposure } = buildCard(decision, { ...BARE, book: { condors: 10, hedge: [4, 4, 2] } }, NOTHING);
    expect(exposure.mode).toBe('unit');
  });

  it('shows how the hedge stands where lots are kept', () => {
    const serverSettings = { version: 3, settings: someSettings(), changes: [] };
    const look = { serverSettings, memory, snapshot, market: measureMarket(snapshot) };
    const attempt = attemptExposure({ log: { error: () => undefined } }, '1');
    const { inputs } = judgeHeld(workedHoldings(), look, attempt);
    expect(buildCard(decision, inputs, NOTHING).standing).toBe(inputs.standing);
    expect(findingOf(inputs, 'hedge-budget')).not.toBe('no-lots');
  });

  it('says of parity that nobody quotes where nobody does', () => {
    const fair = {
      root: 'SPX',
      expiry: '2014-10-18',
      strike: 2000,
      asOf: snapshot.asOf,
      source: 'Cboe',
      gap: 0.1,
      isOpportunity: false,
    } as const;
    expect(findingOf(BARE, 'parity')).toBe('parity-no-quotes');
    expect(findingOf({ ...BARE, parity: [fair] }, 'parity')).toBe('parity-no-edge');
    expect(findingOf({ ...BARE, parity: [{ ...fair, edge: -0.1 }] }, 'parity')).toBe('parity-none');
  });

  it('opens a tick again whose answer has become another since', () => {
    const tick = (finding: 'calm' | 'halved', at: number): Tick => ({
      item: 'vix-gate',
      by: 'ann',
      at,
      seen: { decisionId: 'x', status: 'ok', finding },
    });
    const of = (mark: Tick) => {
      const { checklist } = buildCard(decision, BARE, { ticks: [mark], notes: [] });
      return [checklist.ticks.length, checklist.reopened.length];
    };
    expect(findingOf(BARE, 'vix-gate')).toBe('calm');
    expect(of(tick('calm', decision.asOf - 1))).toEqual([1, 0]);
    expect(of(tick('halved', decision.asOf - 1))).toEqual([0, 1]);
    expect(of(tick('halved', decision.asOf))).toEqual([1, 0]);
  });
});

describe('item 9 of a card', () => {
  const fomc = { statement: '2014-09-17', sessionsAway: -4, latest: '2014-09-17' };
  const findingWith = (note?: number): string | undefined =>
    buildCard(
      decision,
      { ...BARE, snapshot: { ...snapshot, fomc } },
      {
        ...NOTHING,
        ...(note !== undefined && { fomcNote: { item: 'fomc-window', by: 'ann', at: note, text: 'read' } }),
      },
    ).checklist.answers.find(({ item }) => item === 'fomc-window')?.finding;

  it('counts what was noted on an earlier event’s checklist, but not from before the statement', () => {
    // 14:00 in New York on 2014-09-17.
    const published = Date.UTC(2014, 8, 17, 18);
    expect(findingWith()).toBe('outside-unread');
    expect(findingWith(published - 1)).toBe('outside-unread');
    expect(findingWith(published)).toBe('outside');
  });
});

describe('readMarked', () => {
  it('reads the marks of the decision’s own checklist and server', async () => {
    const ledger = {
      mark: async () => [],
      addNote: async () => undefined,
      ticks: async (server: string, checklist: string) => [
        { item: 'vix-gate', by: `${server} ${checklist}`, at: 1 } as const,
      ],
      notes: async (server: string, checklist: string) => [
        { item: 'vix-gate', by: 'ann', at: 1, text: `${server} ${checklist}` } as const,
      ],
      itemNotes: async (server: string, item: string, limit: number) => [
        {
          item: 'fomc-window',
          by: 'ann',
          at: 1,
          text: `${server} ${item} ${limit}`,
          checklist: 'x',
        } as const,
      ],
    };
    const { ticks, notes, fomcNote } = await readMarked(ledger, '7', decision);
    expect(fomcNote?.text).toBe('7 fomc-window 1');
    expect([ticks[0]?.by, notes[0]?.text]).toEqual([`7 ${decision.event?.id}`, `7 ${decision.event?.id}`]);
  });
});

describe('checklistOf', () => {
  it('is named after the event, else after its release, else after the decision alone', () => {
    const { event, print } = decision;
    const joined = { ...decision, ...(event && { event: { ...event, id: 'PPI-2014-09-16' } }) };
    expect(checklistOf(joined)).toBe('PPI-2014-09-16');
    expect(checklistOf(aDecision(print && { print }))).toBe(print?.releaseId);
    expect(checklistOf(aDecision({ id: '2014-09-23.official' }))).toBe('2014-09-23.official');
  });
});
