import type { AlertContent } from '../../src/domain/alert.ts';
import type { Decision, Memory } from '../../src/domain/decision.ts';
import type { Settings } from '../../src/domain/settings.ts';

/** 16:15 in New York on 2014-09-23. */
export const CLOSE_OF_2014_09_23 = Date.UTC(2014, 8, 23, 20, 15);

const QUIET: Memory = {
  state: 'CALM',
  programme: { ratio: 0.6, upUsed: 0 },
  absorbed: [],
  closesBelow: 0,
  unwindOn: [],
  evidence: {},
};

/** A decision of an official evaluation at which nothing happened, with what a test wants otherwise. */
export function aDecision(otherwise: Partial<Decision> = {}): Decision {
  return {
    id: '2014-09-23.official',
    evaluation: { kind: 'official', session: '2014-09-23' },
    asOf: CLOSE_OF_2014_09_23,
    lastSession: '2014-09-23',
    evidence: [],
    state: 'CALM',
    stateBefore: 'CALM',
    rank: 'CALM',
    standDown: [],
    degraded: [],
    hot: false,
    ratio: {
      base: 0.6,
      confirmed: 0.85,
      hardCap: 0.95,
      now: 0.6,
      target: 0.6,
      step: 0,
      next: 0.6,
      limits: [],
      strength: 1,
      consensusFactor: 1,
    },
    unwind: { holds: 'false', closes: 0, onCloses: [] },
    changed: false,
    settingsVersion: 0,
    memory: QUIET,
    ...otherwise,
  };
}

/** The card of a decision, without a book and with nothing known of the market around it. */
export function aCard(decision: Decision): Extract<AlertContent, { form: 'card' }> {
  const unknown = { known: false, reason: 'not-supplied' } as const;
  return {
    form: 'card',
    decision,
    exposure: { mode: 'none', reason: 'no-book' },
    overview: {
      vix: unknown,
      termSlope: unknown,
      termShape: 'unknown',
      expectedDailyRange: unknown,
      rut: unknown,
      spx: unknown,
    },
    checklist: { decisionId: decision.id, answers: [], ticks: [] },
  };
}

/** The method's defaults, with what a test wants otherwise. */
export function someSettings(otherwise: Partial<Settings> = {}): Settings {
  return { ...DEFAULTS, ...otherwise };
}

const DEFAULTS: Settings = {
  'ratio.base': 0.6,
  'ratio.confirmed': 0.85,
  'ratio.hardCap': 0.95,
  'step.up': 0.1,
  'step.down': 0.05,
  'step.deadband': 0.03,
  'step.cooldownSessions': 1,
  'step.maxUpPerEvent': 0.25,
  'step.downAfterCloses': 2,
  'print.method': 'standardised',
  'print.weakZ': -0.5,
  'print.veryWeakZ': -1.5,
  'print.coreWeight': 0.7,
  'print.weakPoints': -0.1,
  'print.requireConsensus': false,
  'event.windowSessions': 5,
  'lag.z': -1,
  'lag.betaWindow': 60,
  'trend.period': 50,
  'breadth.sessions': 5,
  'breadth.z': -1,
  'breadth.fallbackD': -0.5,
  'rsi.period': 14,
  'rsi.rutMax': 35,
  'rsi.gapMax': -5,
  'macd.periods': [12, 26, 9],
  'confirm.windowBars': 5,
  'term.flat': 3.5,
  'term.steep': 8,
  'vix.gates': [15, 20, 25],
  'vix.lateLevel': 25,
  'vix.lateJump': 5,
  'fomc.policy': 'halve',
  'book.condors': null,
  'book.hedge': null,
  'alerts.channel': '100000000000000001',
  'alerts.role': '100000000000000002',
  'alerts.minState': 'WATCH',
  'alerts.kinds': {
    'pre-brief': 'on',
    print: 'on',
    hot: 'on',
    check: 'on',
    official: 'on',
    'follow-up': 'on',
    unwind: 'on',
    late: 'on',
    missed: 'on',
  },
  'alerts.quietHours': null,
  'exposure.visibility': 'server',
  'steward.role': null,
  timezone: 'America/New_York',
};
