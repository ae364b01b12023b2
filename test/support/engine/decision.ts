import { thresholds } from '#config/thresholds.ts';
import type { AlertContent } from '#domain/delivery/alert.ts';
import type { Decision, Memory } from '#domain/signal/decision.ts';
import type { Settings } from '#domain/settings/settings.ts';

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
    checklist: { decisionId: decision.id, answers: [], ticks: [], reopened: [], notes: [] },
  };
}

/** The method's defaults with a channel and a role, and what a test wants otherwise. */
export function someSettings(otherwise: Partial<Settings> = {}): Settings {
  return {
    ...thresholds.defaults,
    'alerts.channel': '100000000000000001',
    'alerts.role': '100000000000000002',
    ...otherwise,
  };
}
