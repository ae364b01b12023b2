import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#domain/canonical-json.ts';
import { evaluate } from '#engine/decision/evaluate.ts';
import { initialMemory } from '#engine/decision/initial-memory.ts';
import { reachFor } from '#engine/backtest/history-timeline.ts';
import { playHistory, type Played } from '#engine/backtest/play-history.ts';
import { runThrough } from '#engine/backtest/run-through.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { openHistory } from '#test/support/engine/history.ts';

const timeline = await openHistory('how a history is played');
const settings = someSettings();
const period = { from: '2014-09-10', until: '2014-10-31' };

describe.skipIf(!timeline)('playHistory', () => {
  const played: Played[] = [];
  if (timeline) {
    runThrough(playHistory(timeline, [{ settings, take: (one) => played.push(one) }], period));
  }

  it('decides as the evaluator does that is asked anew at each instant, byte by byte', () => {
    let memory = initialMemory(settings);
    for (const { decision } of played) {
      const snapshot = timeline?.snapshot(decision.evaluation, reachFor(settings['lag.betaWindow']));
      const again = snapshot && evaluate({ snapshot, book: undefined, settings, settingsVersion: 0, memory });
      expect(again && canonicalJson(again)).toBe(canonicalJson(decision));
      memory = { ...decision.memory, programme: decision.adopts ?? decision.memory.programme };
    }
    expect(played.length).toBeGreaterThan(30);
  });

  it('plays a release as the clock does: print, two checks without quotes, closes', () => {
    const ofDay = played.filter(({ decision }) => decision.evaluation.session === '2014-09-17');
    expect(ofDay.map(({ decision }) => decision.id)).toEqual([
      'CPI-2014-09-17.print',
      '2014-09-17.check-0945',
      '2014-09-17.check-1030',
      '2014-09-17.official',
    ]);
    expect(ofDay.map(({ decision }) => decision.quoted)).toEqual([undefined, false, false, undefined]);
    expect(ofDay.map(({ decision }) => decision.lastSession)).toEqual([
      '2014-09-16',
      '2014-09-16',
      '2014-09-16',
      '2014-09-17',
    ]);
  });

  it('goes on evaluating closes while the ratio is above base, and no longer', () => {
    const closes = played.filter(({ decision }) => decision.evaluation.kind === 'official');
    const sessions = closes.map(({ decision }) => decision.evaluation.session);
    expect(sessions).toContain('2014-10-10');
    expect(sessions).toContain('2014-10-22');
    expect(sessions).not.toContain('2014-10-31');
  });

  it('decides the same with a longer look back than its settings need', () => {
    const truths = ({ evidence }: Played['decision']): readonly string[] =>
      evidence.map(({ truth }) => truth);
    const evaluation = { kind: 'official', session: '2014-09-23' } as const;
    const ask = (reach: number) =>
      timeline &&
      evaluate({
        snapshot: timeline.snapshot(evaluation, reach),
        book: undefined,
        settings,
        settingsVersion: 0,
        memory: initialMemory(settings),
      });
    const [short, long] = [ask(reachFor(60)), ask(reachFor(250))];
    expect(short && truths(short)).toEqual(long && truths(long));
  });
});
