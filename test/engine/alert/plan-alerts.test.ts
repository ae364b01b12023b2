import { describe, expect, it } from 'vitest';
import type { Decision } from '#domain/signal/decision.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { planAlert, planDegraded } from '#engine/alert/plan-alerts.ts';
import { A_TICKET, AN_ORDER } from '#test/support/discord/sample-order.ts';
import { aCard, aDecision, CLOSE_OF_2014_09_23, someSettings } from '#test/support/engine/decision.ts';

const STEP = { ...aDecision().ratio, target: 0.725, step: 0.1, next: 0.7 };
const RAISE = aDecision({
  state: 'CAPITULATION',
  ratio: STEP,
  adopts: { ratio: 0.7, upUsed: 0.1, lastUpStep: '2014-09-23' },
});

function alertCase(decision: Decision, settings: Partial<Settings> = {}, dayZero = false) {
  return {
    server: '1',
    settings: someSettings(settings),
    card: aCard(decision),
    before: { evidence: {} },
    dayZero,
    now: CLOSE_OF_2014_09_23,
  };
}

function alertOf(decision: Decision, settings: Partial<Settings> = {}, dayZero = false) {
  return planAlert(alertCase(decision, settings, dayZero));
}

const kindOf = (decision: Decision, dayZero: boolean) => alertOf(decision, {}, dayZero)?.kind;
const DOWN = { ...aDecision().ratio, now: 0.7, target: 0.6, step: -0.05, next: 0.65 };

describe('planAlert', () => {
  it('calls the close of the release session official, also when nothing changed', () => {
    expect(kindOf(aDecision(), true)).toBe('official');
  });

  it('calls later closes follow-ups when something changed and checks when nothing did', () => {
    expect(kindOf(aDecision({ state: 'WATCH', stateBefore: 'ARMED' }), false)).toBe('follow-up');
    expect(kindOf(aDecision(), false)).toBe('check');
  });

  it('calls a hot print hot', () => {
    const evaluation = { kind: 'print', session: '2014-09-23', releaseId: 'CPI-2014-09-23' } as const;
    expect(kindOf(aDecision({ evaluation, hot: true }), true)).toBe('hot');
    expect(kindOf(aDecision({ evaluation }), true)).toBe('print');
  });

  it('calls a down-step an unwind, also while a new weak print keeps the state at ARMED', () => {
    expect(kindOf(aDecision({ state: 'UNWIND', ratio: DOWN }), false)).toBe('unwind');
    expect(kindOf(aDecision({ state: 'ARMED', ratio: DOWN }), true)).toBe('unwind');
  });

  it('says what is owed once: at the close of the session in which it was to be traded, where there is no news', () => {
    const order = { ...AN_ORDER, window: { ...AN_ORDER.window, session: '2014-09-23' } };
    const owed = { asked: 0.7, filled: 0.6, order, tickets: [A_TICKET] };
    const kindOwing = (decision: Decision, more = owed) =>
      planAlert({ ...alertCase(decision), card: { ...aCard(decision), owed: more } });
    const kept = aDecision({ state: 'CAPITULATION', stateBefore: 'CAPITULATION' });
    expect(kindOwing(kept)).toMatchObject({ kind: 'owed', content: { form: 'card' } });
    expect(kindOwing(kept, { ...owed, order: AN_ORDER })).toMatchObject({
      kind: 'check',
      content: { form: 'line', owed: { asked: 0.7 } },
    });
  });

  it('tells an evaluation without news in one silent line', () => {
    expect(alertOf(aDecision())).toMatchObject({ content: { form: 'line' }, silent: true });
    expect(alertOf(aDecision())).not.toHaveProperty('chartOf');
  });

  it('mentions the role on a confirmation, and only then', () => {
    expect(alertOf(RAISE)).toMatchObject({ mention: '100000000000000002', silent: false, chartOf: RAISE.id });
    expect(alertOf(aDecision({ state: 'WATCH' }))).not.toHaveProperty('mention');
    const still = aDecision({ state: 'CAPITULATION', stateBefore: 'CAPITULATION' });
    expect(alertOf(still)).not.toHaveProperty('mention');
  });

  it('mentions nobody where no role is set', () => {
    expect(alertOf(RAISE, { 'alerts.role': null })).not.toHaveProperty('mention');
  });

  it('makes no sound for a follow-up below the state that the server wants to hear of', () => {
    const armed = aDecision({ state: 'ARMED' });
    expect(alertOf(armed)?.silent).toBe(true);
    expect(alertOf(armed, { 'alerts.minState': 'ARMED' })?.silent).toBe(false);
    expect(alertOf(armed, {}, true)?.silent).toBe(false);
  });

  it('makes a sound when a state that the server wants to hear of is left', () => {
    const left = aDecision({ state: 'ARMED', stateBefore: 'CAPITULATION' });
    expect(alertOf(left)?.silent).toBe(false);
  });

  it('is silent in quiet hours, but is still posted', () => {
    expect(alertOf(RAISE, { 'alerts.quietHours': '16:00-17:00' })).toMatchObject({
      silent: true,
      content: { form: 'card' },
    });
  });

  it('leaves out what the server has switched off, unless it moves the ratio', () => {
    const off = { 'alerts.kinds': { ...someSettings()['alerts.kinds'], 'follow-up': 'off' } } as const;
    expect(alertOf(aDecision({ state: 'WATCH' }), off)).toBeUndefined();
    expect(alertOf(RAISE, off)).toMatchObject({ silent: true, content: { form: 'card' } });
  });

  it('names an alert after its server, decision and kind', () => {
    expect(alertOf(RAISE)?.key).toBe('1/2014-09-23.official/follow-up');
  });
});

describe('planDegraded', () => {
  const blind = aDecision({ degraded: [{ input: 'vix', reason: 'stale' }] });
  const told = (decision: Decision, settings: Partial<Settings> = {}) =>
    planDegraded({
      server: '1',
      settings: someSettings(settings),
      card: aCard(decision),
      before: { evidence: {} },
      dayZero: true,
      now: CLOSE_OF_2014_09_23,
    });

  it('says beside an official card which inputs it was made without, once', () => {
    expect(told(blind)).toMatchObject({
      key: `1/${blind.id}/degraded`,
      kind: 'degraded',
      content: { degradation: { about: 'decision', reasons: [{ input: 'vix', reason: 'stale' }] } },
    });
  });

  it('says nothing where all inputs are there, at other evaluations, or to whom does not want to know', () => {
    const evaluation = { kind: 'check', session: '2014-09-23', time: '09:45' } as const;
    const { 'alerts.kinds': kinds } = someSettings();
    expect(told(aDecision())).toBeUndefined();
    expect(told({ ...blind, evaluation })).toBeUndefined();
    expect(told(blind, { 'alerts.kinds': { ...kinds, degraded: 'off' } })).toBeUndefined();
  });
});
