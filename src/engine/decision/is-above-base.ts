import type { Programme } from '#domain/signal/decision.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { roundOff } from '#engine/statistics/round-off.ts';

/** Whether there is anything to take down: the programme ratio stands above the server's base. */
export function isAboveBase({ ratio }: Programme, settings: Pick<Settings, 'ratio.base'>): boolean {
  return roundOff(ratio - settings['ratio.base']) > 0;
}
