import { describe, expect, it } from 'vitest';
import type { ScenarioPath } from '#domain/signal/scenario-place.ts';
import type { Scenario, ScenarioCell } from '#domain/signal/scenario.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import { buildScenario } from '#engine/scenario/build-scenario.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { decide } from '#test/support/engine/play-story.ts';
import { COUNTED, memoryAfter, official, story, weakCpi } from '#test/support/engine/weak-cpi-story.ts';
import { initialMemory } from '#engine/decision/evaluate.ts';
import type { Memory } from '#domain/signal/decision.ts';

const RELEASE = {
  id: weakCpi.print.releaseId,
  kind: 'CPI',
  referenceMonth: '2014-08',
  scheduledAt: weakCpi.print.scheduledAt,
} as const;

type Wish = { readonly settings?: Settings; readonly memory?: Memory; readonly hasConsensus?: boolean };

/** The table on the evening before session `place`. */
function foresee(
  place: number,
  { settings = someSettings(), hasConsensus = true, ...wish }: Wish = {},
): Scenario {
  const before = story.at(place - 1, 'question', { breadth: true });
  const day = story.at(place, 'question');
  const snapshot = { ...before, evaluation: day.evaluation, sessions: day.sessions };
  const memory = wish.memory ?? initialMemory(settings);
  const { evidence } = decide(before, { settings, memory });
  return buildScenario(
    { snapshot, book: undefined, settings, settingsVersion: 3, memory },
    measureMarket(snapshot),
    {
      release: RELEASE,
      dayZero: story.session(place),
      sessionBefore: story.session(place - 1),
      hasConsensus,
      evidence,
    },
  );
}

function cell(scenario: Scenario, name: string, path: ScenarioPath): ScenarioCell | undefined {
  return scenario.rows.find((row) => row.class === name)?.cells.find((each) => each.path === path);
}

describe('buildScenario', () => {
  it('has a row for each surprise from two deviations below to two above', () => {
    expect(foresee(0).rows.map((row) => [row.deviations, row.class])).toEqual([
      [-2, 'very-weak'],
      [-1, 'weak'],
      [0, 'in-line'],
      [1, 'strong'],
      [2, 'very-strong'],
    ]);
  });

  it('goes from armed to a step of 0.10 as more of the evidence holds after a weak print', () => {
    const row = foresee(0).rows[1]?.cells ?? [];
    expect(row.map(({ state, ratio }) => [state, ratio.target, ratio.step])).toEqual([
      ['ARMED', 0.6, 0],
      ['WATCH', 0.6, 0],
      ['CONFIRM', 0.6, 0],
      ['CAPITULATION', 0.725, 0.1],
      ['CAPITULATION', 0.85, 0.1],
    ]);
  });

  it('stays calm after a print that is not weak, whatever small caps do', () => {
    const calm = foresee(0)
      .rows.slice(2)
      .flatMap(({ cells }) => cells);
    expect(new Set(calm.map(({ state, ratio }) => `${state} ${ratio.step}`))).toEqual(new Set(['CALM 0']));
  });

  it('foretells what the close of day 0 then decides', () => {
    const scenario = foresee(0);
    const decision = decide(official(0, COUNTED));
    expect(decision.place).toEqual({ class: 'very-weak', path: 'partly' });
    expect(decide(official(1), { memory: memoryAfter(0) })).not.toHaveProperty('place');
    const told = cell(scenario, 'very-weak', 'partly');
    expect(told?.state).toBe(decision.state);
    const { now, target, step, next } = decision.ratio;
    expect(told?.ratio).toMatchObject({ now, target, step, next });
  });

  it('foretells a second step where an event is under way already', () => {
    const memory = memoryAfter(1);
    const told = cell(foresee(2, { memory }), 'weak', 'both-and-breadth');
    expect(told).toMatchObject({ state: 'CAPITULATION', ratio: { now: 0.7, next: 0.8 } });
  });

  it('halves the raise where nobody forecast the print', () => {
    const told = cell(foresee(0, { hasConsensus: false }), 'weak', 'both-and-breadth');
    expect(told?.ratio).toMatchObject({ target: 0.725, consensusFactor: 0.5 });
  });

  it('names classes alone where prints are judged in points', () => {
    const [first] = foresee(0, { settings: someSettings({ 'print.method': 'points' }) }).rows;
    expect(first).toMatchObject({ class: 'very-weak' });
    expect(first).not.toHaveProperty('deviations');
  });

  it('marks the path that the closes of the evening are on', () => {
    expect(foresee(0).today).toBe('no-lag');
    expect(foresee(3).today).toBe('both-and-breadth');
  });
});
