import { describe, expect, it } from 'vitest';
import type { Alert } from '#domain/delivery/alert.ts';
import type { Decision } from '#domain/signal/decision.ts';
import { supersededCards } from '#engine/alert/superseded-cards.ts';
import { WEAK_PRINT } from '#test/support/discord/sample-card.ts';
import { aCard, aDecision } from '#test/support/engine/decision.ts';

const RAISED = { ratio: 0.7, upUsed: 0.1, lastUpStep: '2014-09-23' };

function ofEvent(event: string, more: Partial<Decision> = {}): Decision {
  const open = {
    id: event,
    releases: [event],
    print: WEAK_PRINT,
    dayZero: '2014-09-17',
    sessionBefore: '2014-09-16',
  };
  return aDecision({ event: open, ...more });
}

function told(key: string, content: Alert['content']): { readonly alert: Alert } {
  return { alert: { key, server: '1', kind: 'official', content, silent: false } };
}

const cardOf = (key: string, decision: Decision) => told(key, aCard({ ...decision, id: key }));
const lineOf = (key: string) => told(key, { form: 'line', decision: aDecision() });

/** Names of the messages that the newest takes the place of. */
function replacedBy(newest: ReturnType<typeof told>, earlier: readonly ReturnType<typeof told>[]) {
  return supersededCards(newest.alert, earlier).map(({ alert }) => alert.key);
}

const DAYS = [lineOf('thursday'), cardOf('wednesday', ofEvent('CPI-1')), cardOf('print', ofEvent('CPI-1'))];

describe('supersededCards', () => {
  it('of a step are all cards of its event so far, and no lines', () => {
    const step = cardOf('step', ofEvent('CPI-1', { adopts: RAISED }));
    expect(replacedBy(step, DAYS)).toEqual(['wednesday', 'print']);
  });

  it('of a new event are the cards of the one before', () => {
    expect(replacedBy(cardOf('next', ofEvent('CPI-2')), DAYS)).toEqual(['wednesday', 'print']);
  });

  it('end with the card that took the place of others before', () => {
    const step = cardOf('step', ofEvent('CPI-1', { adopts: RAISED }));
    const unwind = cardOf('unwind', ofEvent('CPI-1', { adopts: { ratio: 0.65, upUsed: 0.1 } }));
    expect(replacedBy(unwind, [cardOf('owed', ofEvent('CPI-1')), step, ...DAYS])).toEqual(['owed', 'step']);
  });

  it('are none where a card only follows, and none of a line', () => {
    expect(replacedBy(cardOf('friday', ofEvent('CPI-1')), DAYS)).toEqual([]);
    expect(replacedBy(lineOf('friday'), DAYS)).toEqual([]);
  });

  it('of a correction is the card that it corrects, where its conclusion would have been another', () => {
    const corrected = (isConclusion: boolean) =>
      told('correction', {
        form: 'correction',
        correction: { decisionId: 'wednesday', decidedAt: 1, changes: [], inputs: [], isConclusion },
      });
    expect(replacedBy(corrected(true), DAYS)).toEqual(['wednesday']);
    expect(replacedBy(corrected(false), DAYS)).toEqual([]);
  });
});
