import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#domain/canonical-json.ts';
import { evaluate, initialMemory } from '#engine/decision/evaluate.ts';
import { reachFor } from '#engine/backtest/history-timeline.ts';
import { type Played, playHistory, runThrough } from '#engine/backtest/play-history.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { openRecordedYears } from '#test/support/engine/history.ts';

const timeline = await openRecordedYears();
const settings = someSettings();
const period = { from: '2018-10-05', until: '2018-11-20' };

describe('playHistory', () => {
  const played: Played[] = [];
  runThrough(playHistory(timeline, [{ settings, take: (one) => played.push(one) }], period));

  it('decides as the evaluator does that is asked anew at each instant, byte by byte', () => {
    let memory = initialMemory(settings);
    for (const { decision } of played) {
      const snapshot = timeline.snapshot(decision.evaluation, reachFor(settings['lag.betaWindow']));
      const again = evaluate({ snapshot, book: undefined, settings, settingsVersion: 0, memory });
      expect(canonicalJson(again)).toBe(canonicalJson(decision));
      memory = { ...decision.memory, programme: decision.adopts ?? decision.memory.programme };
    }
    expect(played.length).toBeGreaterThan(30);
  });

  it('plays a release as the clock does: print, two checks without quotes, closes', () => {
    const ofDay = played.filter(({ decision }) => decision.evaluation.session === '2018-10-11');
    expect(ofDay.map(({ decision }) => decision.id)).toEqual([
      'CPI-2018-10-11.print',
      '2018-10-11.check-0945',
      '2018-10-11.check-1030',
      '2018-10-11.official',
    ]);
    expect(ofDay.map(({ decision }) => decision.quoted)).toEqual([undefined, false, false, undefined]);
    expect(ofDay.map(({ decision }) => decision.lastSession)).toEqual([
      '2018-10-10',
      '2018-10-10',
      '2018-10-10',
      '2018-10-11',
    ]);
  });

  it('goes on evaluating closes while the ratio is above base, and no longer', () => {
    const closes = played.filter(({ decision }) => decision.evaluation.kind === 'official');
    const sessions = closes.map(({ decision }) => decision.evaluation.session);
    expect(sessions).toContain('2018-10-25');
    expect(sessions).toContain('2018-11-02');
    expect(sessions).not.toContain('2018-11-05');
  });

  it('decides the same with a longer look back than its settings need', () => {
    const truths = ({ evidence }: Played['decision']): readonly string[] =>
      evidence.map(({ truth }) => truth);
    const evaluation = { kind: 'official', session: '2018-10-12' } as const;
    const ask = (reach: number) =>
      evaluate({
        snapshot: timeline.snapshot(evaluation, reach),
        book: undefined,
        settings,
        settingsVersion: 0,
        memory: initialMemory(settings),
      });
    const [short, long] = [ask(reachFor(60)), ask(reachFor(250))];
    expect(truths(short)).toEqual(truths(long));
    expect(truths(short)).toContain('true');
  });
});
