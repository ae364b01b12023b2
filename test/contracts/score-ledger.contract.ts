import { beforeEach, describe, expect, it } from 'vitest';
import type { Score } from '#domain/signal/score.ts';
import type { Ledger } from '#ports/ledger/ledger.ts';
import { aDecision } from '#test/support/engine/decision.ts';
import { recordedOf, SERVER, STEP } from '#test/support/ledger/ledger-entries.ts';

function score(decisionId: string, horizon: Score['horizon'], vixChange: number): Score {
  return {
    decisionId,
    session: '2014-09-23',
    step: 0.1,
    horizon,
    until: '2014-09-30',
    vixChange,
    spxReturn: -1,
    relative: -0.5,
    drawdown: -2,
    right: vixChange > 0,
  };
}

/** What a ledger of scores must keep, whatever stands behind it. */
export function describeScoreLedger(name: string, open: () => Promise<Ledger>): void {
  describe(`${name} as a ledger of scores`, () => {
    let ledger: Ledger;
    beforeEach(async () => {
      ledger = await open();
    });

    it('never writes a score a second time', async () => {
      await ledger.keepScores(SERVER, [score('a', 5, 3)]);
      await ledger.keepScores(SERVER, [score('a', 5, -3), score('a', 1, 1)]);
      expect(await ledger.scores(SERVER)).toEqual([score('a', 1, 1), score('a', 5, 3)]);
      expect(await ledger.scores('another server')).toEqual([]);
    });

    it('knows the decisions that recommended a step, oldest first', async () => {
      const step = (id: string) => aDecision({ id, adopts: STEP });
      for (const decision of [step('b'), aDecision({ id: 'quiet' }), step('a')]) {
        await ledger.record({ recorded: recordedOf(decision), deliveries: [] });
      }
      expect((await ledger.recommendations(SERVER)).map(({ id }) => id)).toEqual(['b', 'a']);
    });
  });
}
