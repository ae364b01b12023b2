import type { Limit, Programme, StandDownReason } from '#domain/signal/decision.ts';
import type { Session } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { sessionsSince } from '#engine/evidence/read-close.ts';
import { roundOff } from '#engine/statistics/round-off.ts';
import { upStepsUsed } from './adopt-step.ts';

/** Sessions after a down-step, and after a step that was skipped, in which nothing is added. */
const REST_AFTER_DOWN = 3;

export type StepCase = {
  readonly programme: Programme;
  readonly target: number;
  /** Id of the open event; absent where none is. */
  readonly event?: string;
  /** Whether the unwind condition has held for as many closes as a down-step needs. */
  readonly isUnwindDue: boolean;
  readonly isUnwinding: boolean;
  readonly standDown: readonly StandDownReason[];
  readonly isDegraded: boolean;
  /** Whether the step would cost more than the year's hedge budget has left. */
  readonly isOverBudget: boolean;
  /** VIX at the last close; absent when unknown. */
  readonly vix: number | undefined;
  readonly fomc: Snapshot['fomc'];
  readonly sessions: readonly Session[];
  readonly session: Session;
  /** Whether the session has had its official evaluation. */
  readonly isOver: boolean;
};

export type GovernedStep = { readonly step: number; readonly limits: readonly Limit[] };

const NO_STEP: GovernedStep = { step: 0, limits: [] };

/** How far of the way to its target the ratio may go at this close, and every limit that kept it from more. */
export function governStep(stepCase: StepCase, settings: Settings): GovernedStep {
  if (stepCase.isUnwinding) {
    return governDown(stepCase, settings);
  }
  const gap = roundOff(stepCase.target - stepCase.programme.ratio);
  if (gap <= 0) {
    return NO_STEP;
  }
  if (gap < settings['step.deadband']) {
    return { step: 0, limits: ['deadband'] };
  }
  const blocks = blocksOf(stepCase, settings);
  return blocks.length > 0 ? { step: 0, limits: blocks } : sizeUp(gap, stepCase, settings);
}

function governDown({ programme, isUnwindDue, ...stepCase }: StepCase, settings: Settings): GovernedStep {
  if (!isUnwindDue) {
    return NO_STEP;
  }
  if (hasStepped({ programme, ...stepCase })) {
    return { step: 0, limits: ['one-step-a-session'] };
  }
  const excess = roundOff(programme.ratio - settings['ratio.base']);
  const step = settings['step.down'];
  return excess > step ? { step: -step, limits: ['step-down'] } : { step: -excess, limits: [] };
}

function hasStepped({
  programme,
  session,
  isOver,
}: Pick<StepCase, 'programme' | 'session' | 'isOver'>): boolean {
  return isOver || programme.lastUpStep === session || programme.lastDownStep === session;
}

/** Everything that forbids an up-step altogether. */
function blocksOf(stepCase: StepCase, settings: Settings): readonly Limit[] {
  const { programme, standDown, sessions, session } = stepCase;
  const since = (step: Session | undefined): number =>
    step === undefined ? Infinity : sessionsSince(sessions, step, session);
  const sinceUp = since(programme.lastUpStep);
  const sinceDown = since(programme.lastDownStep);
  const sinceAny = Math.min(sinceUp, sinceDown);
  const sinceSkip = since(programme.skipped?.on);
  const rules: readonly (readonly [Limit, boolean])[] = [
    ['one-step-a-session', hasStepped(stepCase)],
    ['degraded', stepCase.isDegraded],
    ['stand-down', standDown.some((reason) => reason !== 'fomc')],
    ['blocked-fomc', standDown.includes('fomc')],
    ['cooldown', sinceAny > 0 && sinceAny < settings['step.cooldownSessions']],
    ['after-down-step', sinceDown > 0 && sinceDown <= REST_AFTER_DOWN],
    ['after-skip', sinceSkip <= REST_AFTER_DOWN],
    ['hedge-budget', stepCase.isOverBudget],
  ];
  return rules.filter(([, binds]) => binds).map(([limit]) => limit);
}

/** The gap, cut to what one session and one event allow. */
function sizeUp(gap: number, stepCase: StepCase, settings: Settings): GovernedStep {
  const limits: Limit[] = [];
  const full = settings['step.up'];
  const halvings = halvingsOf(stepCase, settings);
  const allowed = halvings.length > 0 ? full / 2 : full;
  if (gap > full) {
    limits.push('step-up');
  }
  if (roundOff(gap - allowed) > 0) {
    limits.push(...halvings);
  }
  const step = Math.min(gap, allowed);
  const used = upStepsUsed(stepCase.programme, settings, stepCase.event);
  const left = Math.max(0, roundOff(settings['step.maxUpPerEvent'] - used));
  if (step > left) {
    limits.push('event-budget');
  }
  return { step: roundOff(Math.min(step, left)), limits };
}

/** Reasons for which an up-step is halved; several halve it once. */
function halvingsOf({ vix, fomc }: StepCase, settings: Settings): readonly Limit[] {
  const limits: Limit[] = [];
  if (vix !== undefined && roundOff(vix - settings['vix.gates'][1]) >= 0) {
    limits.push('halved-vix');
  }
  if (settings['fomc.policy'] === 'halve' && isNearStatement(fomc)) {
    limits.push('halved-fomc');
  }
  return limits;
}

/** Whether the session is that of a scheduled FOMC statement, the one before or the one after. */
export function isNearStatement(fomc: Snapshot['fomc']): boolean {
  return fomc !== undefined && Math.abs(fomc.sessionsAway) <= 1;
}
