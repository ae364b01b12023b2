import { describe, expect, it } from 'vitest';
import type { Limit, Programme } from '#domain/signal/decision.ts';
import { governStep, type StepCase } from '#engine/decision/govern-step.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { weekdays } from '#test/support/engine/market-story.ts';

const sessions = weekdays(30);
const today = sessions[20] ?? '';
const ago = (count: number): string => sessions[20 - count] ?? '';

/** At base, 0.25 to go, a calm VIX and no FOMC statement near. */
const OPEN: StepCase = {
  programme: { ratio: 0.6, upUsed: 0 },
  target: 0.85,
  isUnwindDue: false,
  isUnwinding: false,
  standDown: [],
  isDegraded: false,
  isOverBudget: false,
  vix: 14,
  fomc: undefined,
  sessions,
  session: today,
  isOver: false,
};
const from = (programme: Partial<Programme>): Partial<StepCase> => ({
  programme: { ratio: 0.7, upUsed: 0.1, ...programme },
});

const govern = (wish: Partial<StepCase>, settings = someSettings()) =>
  governStep({ ...OPEN, ...wish }, settings);

describe('governStep, upward,', () => {
  it.each([
    ['takes one step of what is asked for', {}, 0.1, ['step-up']],
    ['takes all of what is asked for when that is less', { target: 0.66 }, 0.06, []],
    ['leaves a gap below the deadband alone', { target: 0.629 }, 0, ['deadband']],
    ['takes a gap that is the deadband exactly, as 0.63 − 0.60 is', { target: 0.63 }, 0.03, []],
    ['halves the step at a VIX of the second gate', { vix: 20 }, 0.05, ['step-up', 'halved-vix']],
    ['does not halve below the second gate', { vix: 19.99 }, 0.1, ['step-up']],
    ['halves what one step would allow, not what is asked for', { vix: 21, target: 0.64 }, 0.04, []],
    ['stands down when it is late', { standDown: ['vix-level'] }, 0, ['stand-down']],
    ['takes no step while an input is missing', { isDegraded: true }, 0, ['degraded']],
    ['takes no second step in a session', from({ lastUpStep: today }), 0, ['one-step-a-session']],
    ['takes a step a session with a cooldown of 1', from({ lastUpStep: ago(1) }), 0.1, ['step-up']],
    [
      'cuts the step to what the event may still use',
      from({ upUsed: 0.2 }),
      0.05,
      ['step-up', 'event-budget'],
    ],
    [
      'names no limit where what is left of the event is just enough',
      from({ upUsed: 0.15 }),
      0.1,
      ['step-up'],
    ],
    ['takes no step that the hedge budget cannot pay', { isOverBudget: true }, 0, ['hedge-budget']],
    ['names no limit where one step is just enough', { target: 0.7 }, 0.1, []],
    ['names no halving where half a step is just enough', { vix: 20, target: 0.65 }, 0.05, []],
    ['has nothing to do at its target', { target: 0.6 }, 0, []],
    ['takes nothing once the event has used all', from({ upUsed: 0.25 }), 0, ['step-up', 'event-budget']],
    ['rests for three sessions after a down-step', from({ lastDownStep: ago(3) }), 0, ['after-down-step']],
    ['goes on after that', from({ lastDownStep: ago(4) }), 0.1, ['step-up']],
    [
      'names every limit that binds',
      { isDegraded: true, standDown: ['vix-jump'] },
      0,
      ['degraded', 'stand-down'],
    ],
    ['adds nothing where the target is below', { target: 0.55 }, 0, []],
  ] satisfies readonly (readonly [string, Partial<StepCase>, number, readonly Limit[]])[])(
    '%s',
    (_, wish, step, limits) => {
      expect(govern(wish)).toEqual({ step, limits });
    },
  );

  it.each([-1, 0, 1])('halves once on the session %d from an FOMC statement, for the VIX as well', (away) => {
    const fomc = { statement: today, sessionsAway: away };
    expect(govern({ fomc })).toEqual({ step: 0.05, limits: ['step-up', 'halved-fomc'] });
    expect(govern({ fomc, vix: 22 })).toEqual({
      step: 0.05,
      limits: ['step-up', 'halved-vix', 'halved-fomc'],
    });
  });

  it.each([-2, 2])('does not mind an FOMC statement %d sessions away', (away) => {
    expect(govern({ fomc: { statement: today, sessionsAway: away } }).step).toBe(0.1);
  });

  it('blocks beside an FOMC statement where the server wants that, and ignores it where it wants that', () => {
    const fomc = { statement: today, sessionsAway: 0 };
    const block = someSettings({ 'fomc.policy': 'block' });
    const ignore = someSettings({ 'fomc.policy': 'ignore' });
    expect(govern({ fomc, standDown: ['fomc'] }, block)).toEqual({ step: 0, limits: ['blocked-fomc'] });
    expect(govern({ fomc }, ignore)).toEqual({ step: 0.1, limits: ['step-up'] });
  });

  it('leaves a free session between steps with a cooldown of 2', () => {
    const settings = someSettings({ 'step.cooldownSessions': 2 });
    expect(govern(from({ lastUpStep: ago(1) }), settings)).toEqual({ step: 0, limits: ['cooldown'] });
    expect(govern(from({ lastUpStep: ago(2) }), settings).step).toBe(0.1);
  });
});

describe('governStep, downward,', () => {
  const due: Partial<StepCase> = { isUnwinding: true, isUnwindDue: true, target: 0.6 };

  it('waits until the condition has held for as many closes as it must', () => {
    expect(govern({ ...due, isUnwindDue: false, ...from({}) })).toEqual({ step: 0, limits: [] });
  });

  it('takes a step a close, the last one exactly to base', () => {
    expect(govern({ ...due, ...from({}) })).toEqual({ step: -0.05, limits: ['step-down'] });
    expect(govern({ ...due, ...from({ ratio: 0.65 }) })).toEqual({ step: -0.05, limits: [] });
    expect(govern({ ...due, ...from({ ratio: 0.62 }) })).toEqual({ step: -0.02, limits: [] });
  });

  it('is not held up by a late VIX, an FOMC statement or a missing input', () => {
    const trouble: Partial<StepCase> = {
      standDown: ['vix-level', 'fomc'],
      isDegraded: true,
      fomc: { statement: today, sessionsAway: 0 },
      vix: 40,
    };
    expect(govern({ ...due, ...trouble, ...from({}) }).step).toBe(-0.05);
  });

  it('takes one step a session, and one direction', () => {
    const once = { step: 0, limits: ['one-step-a-session'] };
    expect(govern({ ...due, ...from({ lastDownStep: today }) })).toEqual(once);
    expect(govern({ ...due, ...from({ lastUpStep: today }) })).toEqual(once);
    expect(govern({ ...due, ...from({}), isOver: true })).toEqual(once);
  });
});
