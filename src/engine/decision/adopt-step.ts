import type { Programme } from '#domain/signal/decision.ts';
import type { Session } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { roundOff } from '#engine/statistics/round-off.ts';

/** The programme after a step; back at base, an event may use all of its up-steps again. */
export function adoptStep(
  programme: Programme,
  step: number,
  {
    session,
    settings,
    event,
  }: { readonly session: Session; readonly settings: Settings; readonly event?: string },
): Programme {
  const { byHand: _, ...ruled } = withoutOldSkip(programme, event);
  const moved = { ...ruled, ratio: roundOff(programme.ratio + step) };
  if (step < 0) {
    const upUsed = upStepsUsed(moved, settings, event);
    return { ...moved, upUsed, lastDownStep: session };
  }
  const used = upStepsUsed(programme, settings, event);
  return { ...moved, upUsed: roundOff(used + step), lastUpStep: session };
}

function withoutOldSkip(programme: Programme, event: string | undefined): Programme {
  const { skipped, ...rest } = programme;
  return skipped?.event === event ? programme : rest;
}

/**
 * What an event has used of its up-steps: nothing while the multiplier is at base, unless it is there because a step
 * of this very event was skipped.
 *
 * @param event - id of the open event; absent where none is
 */
export function upStepsUsed(
  programme: Programme,
  settings: Pick<Settings, 'ratio.base'>,
  event: string | undefined,
): number {
  const isSkipped = programme.skipped !== undefined && programme.skipped.event === event;
  return isAboveBase(programme, settings) || isSkipped ? programme.upUsed : 0;
}

/** Whether there is anything to take down: the programme ratio stands above the server's base. */
export function isAboveBase({ ratio }: Programme, settings: Pick<Settings, 'ratio.base'>): boolean {
  return roundOff(ratio - settings['ratio.base']) > 0;
}
