import type { LookingBack } from '#services/history/create-backtest-services.ts';

/** Looking back without a folder of history, and without reports. */
export const LOOKING_BACK: LookingBack = {
  report: { headline: () => '', files: async () => [] },
  grid: {},
  seed: 1,
  breathe: async () => undefined,
};
