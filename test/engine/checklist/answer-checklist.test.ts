import { describe, expect, it } from 'vitest';
import { CHECKLIST_ITEMS, type ChecklistItemId } from '#domain/checklist/checklist.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { answerChecklist } from '#engine/checklist/answer-checklist.ts';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { tellStory } from '#test/support/engine/market-story.ts';
import { FAR_BELOW, RUT_FALLS, decide } from '#test/support/engine/play-story.ts';
import { COUNTED, memoryAfter, official, story } from '#test/support/engine/weak-cpi-story.ts';

type Case = { readonly settings?: Settings; readonly memory?: ReturnType<typeof memoryAfter> };

/** The answers beside the decision on a snapshot, by item. */
function answers(snapshot: Snapshot, { settings = someSettings(), memory = memoryAfter(0) }: Case = {}) {
  const decision = decide(snapshot, { settings, memory });
  const all = answerChecklist({
    decision,
    snapshot,
    settings,
    memory,
    market: measureMarket(snapshot),
    parity: [],
  });
  return (item: ChecklistItemId) => all.find((answer) => answer.item === item);
}

describe('answerChecklist', () => {
  it('asks the items that are computed so far, in the method’s order', () => {
    const memory = memoryAfter(0);
    const decision = decide(official(1), { memory });
    const found = answerChecklist({
      decision,
      snapshot: official(1),
      market: measureMarket(official(1)),
      settings: someSettings(),
      memory,
      parity: [],
    });
    // Whether sources agree on a print is asked only where somebody compares them.
    expect(found.map(({ item }) => item)).toEqual(CHECKLIST_ITEMS.filter((item) => item !== 'print-quorum'));
    expect(found.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
  });

  it('says which universes were compared, and unknown where nobody counts', () => {
    expect(answers(official(3))('breadth-divergence')).toMatchObject({
      finding: 'diverging',
      status: 'watch',
      facts: ['S&P 600', 'S&P 500', 5],
    });
    expect(answers(official(3, {}))('breadth-divergence')).toMatchObject({
      finding: 'unknown',
      status: 'unknown',
      facts: [],
    });
  });

  it('finds both confirmations, or the one that stands alone', () => {
    expect(answers(official(1))('dual-confirmation')).toMatchObject({ finding: 'both', status: 'act' });
    expect(answers(official(0))('dual-confirmation')).toMatchObject({
      finding: 'macd-only',
      status: 'watch',
    });
    expect(answers(official(8))('dual-confirmation')).toMatchObject({ finding: 'rsi-only' });
    expect(answers(official(14))('dual-confirmation')).toMatchObject({ finding: 'neither', status: 'ok' });
  });

  it('asks for a Time-Shift review below the average on a weak print only', () => {
    expect(answers(official(1))('moving-averages')).toMatchObject({
      finding: 'time-shift-review',
      status: 'act',
      facts: [50],
    });
    expect(answers(official(8))('moving-averages')).toMatchObject({ finding: 'below', status: 'watch' });
    expect(answers(official(14))('moving-averages')).toMatchObject({ finding: 'above', status: 'ok' });
  });

  it('suggests no more than a Time-Shift on weak momentum with healthy breadth and a normal curve', () => {
    const healthy = tellStory([{ ...RUT_FALLS, breadth: [0.4, 0.1], vix: 15.3 }]);
    const snapshot = healthy.at(0, 'official', { prints: [healthy.print(0, FAR_BELOW)], breadth: true });
    const decision = decide(snapshot);
    const found = answerChecklist({
      decision,
      snapshot,
      settings: someSettings(),
      market: measureMarket(snapshot),
      memory: decision.memory,
      parity: [],
    });
    expect(found.find(({ item }) => item === 'moving-averages')?.finding).toBe('time-shift-only');
  });

  it('says when the next FOMC statement is, and that none is known', () => {
    const fomc = { statement: story.session(2), sessionsAway: 1 };
    expect(answers(official(1, { ...COUNTED, fomc }))('fomc-window')).toMatchObject({
      finding: 'inside',
      status: 'watch',
      facts: [story.session(2), 1, 'halve', ''],
    });
    const away = { ...fomc, sessionsAway: 4 };
    expect(answers(official(1, { ...COUNTED, fomc: away }))('fomc-window')?.finding).toBe('outside');
    expect(answers(official(1))('fomc-window')).toMatchObject({ finding: 'no-date', status: 'unknown' });
  });

  it('watches the steward: a step proposed, held, above base, above the cap', () => {
    const steward = (place: number, given: Case = {}) => answers(official(place), given)('steward-check');
    const raised = memoryAfter(4);
    expect(steward(1)).toMatchObject({
      finding: 'step-up',
      status: 'act',
      facts: [0, 0.25, 1, 0.6, 0.6, 0.95, 'step-up'],
    });
    expect(steward(12, { memory: memoryAfter(11) })).toMatchObject({ finding: 'step-down' });
    expect(steward(7, { memory: raised })).toMatchObject({ finding: 'above-base', status: 'watch' });
    expect(steward(14)).toMatchObject({ finding: 'at-base', status: 'ok' });
    const above = { ...raised, programme: { ...raised.programme, ratio: 1 } };
    expect(steward(7, { memory: above })).toMatchObject({ finding: 'above-cap', status: 'act' });
    const timid = someSettings({ 'step.deadband': 0.5 });
    expect(steward(1, { settings: timid })).toMatchObject({ finding: 'held', status: 'watch' });
  });
});
