import type { BacktestSetup } from '#services/history/index.ts';

/** Looking back without a folder of history, and without reports. */
export const LOOKING_BACK: BacktestSetup = {
  report: { headline: () => '', files: async () => [] },
  grid: {},
  seed: 1,
  breathe: async () => undefined,
};
