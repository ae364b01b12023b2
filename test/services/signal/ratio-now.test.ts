import { describe, expect, it } from 'vitest';
import type { Decision, Memory } from '#domain/signal/decision.ts';
import type { Print } from '#domain/releases/print.ts';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { exchangeFacts } from '#config/exchange-facts.ts';
import { ratioNow } from '#services/signal/ratio-now.ts';
import { aDecision, CLOSE_OF_2014_09_23, someSettings } from '#test/support/engine/decision.ts';
import { aKnownPrint } from '#test/support/engine/known-print.ts';
import { official } from '#test/support/engine/weak-cpi-story.ts';

const { signal } = new AbortController();
const EVENING = Date.parse('2014-09-23T23:00:00Z');
const NEXT_EVENING = Date.parse('2014-09-24T23:00:00Z');
const usual = aDecision();

/** What a full evaluation says: something that no stored decision here does. */
const evaluated = aDecision({
  state: 'CAPITULATION',
  ratio: { ...usual.ratio, target: 0.85, step: 0.1, next: 0.7, limits: ['step-up'] },
});

type Case = {
  /** The last stored one; absent before the first. */
  readonly last?: Decision;
  readonly now?: number;
  readonly version?: number;
  readonly memory?: Memory;
  readonly received?: readonly Print[];
  readonly typedIn?: readonly Print[];
  readonly isConnected?: boolean;
};

async function targetOf({ last, now, version, memory, received, typedIn, isConnected }: Case) {
  const settings = someSettings();
  const snapshot = official(1);
  const deps = {
    calendar: exchangeCalendar(exchangeFacts),
    marketClock: { now: () => now ?? EVENING },
    settings: { read: async () => ({ version: version ?? 0, settings, changes: [] }) },
    ledger: {
      decisions: async () => (last ? [last] : []),
      memory: async () => memory ?? usual.memory,
      prints: async () => received ?? [],
      manualPrints: async () => typedIn ?? [],
    },
    ...(isConnected !== false && { market: { source: 'recorded' }, prints: { source: 'recorded' } }),
    decideNow: async () => ({ decision: evaluated, snapshot, settings, market: measureMarket(snapshot) }),
  };
  return (await ratioNow(deps, '1', signal)).target;
}

/** A print of that day's figures, seen so long after the close at which the decision was made. */
function printSeen(after: number): Print {
  return { ...aKnownPrint().print, receivedAt: CLOSE_OF_2014_09_23 + after };
}

describe('ratioNow', () => {
  it('says what the decision of the last close said where nothing has become known since', async () => {
    expect(await targetOf({ last: usual })).toBe(0.6);
    expect(await targetOf({ last: usual, received: [printSeen(0)], typedIn: [printSeen(-1)] })).toBe(0.6);
  });

  it.each<readonly [string, Case]>([
    ['before the first decision', {}],
    ['once another session has closed', { last: usual, now: NEXT_EVENING }],
    ['after a print', { last: usual, received: [printSeen(1)] }],
    ['after a print that a steward has typed in', { last: usual, typedIn: [printSeen(1)] }],
    ['once settings have changed', { last: usual, version: 1 }],
    [
      'once the ratio has been set by hand',
      { last: usual, memory: { ...usual.memory, programme: { ratio: 0.7, upUsed: 0 } } },
    ],
    [
      'where the last decision was a check’s',
      { last: aDecision({ evaluation: { kind: 'check', session: '2014-09-23', time: '09:45' } }) },
    ],
    ['where an input was missing', { last: aDecision({ degraded: [{ input: 'vix', reason: 'stale' }] }) }],
    ['where a step was asked for', { last: aDecision({ ratio: { ...usual.ratio, target: 0.7 } }) }],
    ['where no source is connected', { last: usual, isConnected: false }],
  ])('evaluates %s', async (_, situation) => {
    expect(await targetOf(situation)).toBe(0.85);
  });

  it('gives the step as it is governed, with what limits it', async () => {
    const settings = someSettings();
    const snapshot = official(1);
    const ratio = await ratioNow(
      {
        calendar: exchangeCalendar(exchangeFacts),
        marketClock: { now: () => EVENING },
        settings: { read: () => Promise.reject(new Error('not asked for')) },
        ledger: {
          decisions: async () => [],
          memory: async () => undefined,
          prints: async () => [],
          manualPrints: async () => [],
        },
        decideNow: async () => ({ decision: evaluated, snapshot, settings, market: measureMarket(snapshot) }),
      },
      '1',
      signal,
    );
    expect(ratio).toEqual({
      state: 'CAPITULATION',
      target: 0.85,
      step: 0.1,
      next: 0.7,
      limits: ['step-up'],
    });
  });
});
