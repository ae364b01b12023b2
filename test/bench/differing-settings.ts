import { thresholds } from '#config/thresholds.ts';
import type { Settings } from '#domain/settings/settings.ts';

/** What the n-th server types for one setting; every value is within the limits of the table. */
type Differing = readonly [key: string, text: (server: number) => string];

const between = (least: number, most: number, step: number) => (server: number) => {
  const count = Math.round((most - least) / step) + 1;
  return String(Number((least + (server % count) * step).toFixed(2)));
};

/** Levels alone: what is measured of the market is the same for all. */
const LEVELS: readonly Differing[] = [
  ['print.weakZ', between(-1, -0.3, 0.01)],
  ['lag.z', between(-2, -0.5, 0.01)],
  ['rsi.rutMax', between(30, 45, 0.1)],
  ['rsi.gapMax', between(-10, -1, 0.1)],
  ['breadth.z', between(-2, -0.5, 0.01)],
  ['vix.gates', (server) => `15/20/${between(22, 40, 0.1)(server)}`],
];

/** Windows too, so that averages, strengths and betas are to be computed anew. */
const WINDOWS: readonly Differing[] = [
  ['lag.betaWindow', between(20, 250, 1)],
  ['rsi.period', between(5, 50, 1)],
  ['trend.period', (server) => ['20', '50', '100', '200'][server % 4] ?? ''],
  ['breadth.sessions', between(3, 20, 1)],
  ['macd.periods', (server) => `${8 + (server % 7)}/${20 + (server % 16)}/${5 + (server % 9)}`],
  ['confirm.windowBars', between(3, 10, 1)],
];

/**
 * Settings of so many servers, no two alike.
 *
 * @throws Error when two are
 */
export function differingSettings(
  servers: number,
  what: 'levels' | 'levels and windows',
): readonly Settings[] {
  const differing = what === 'levels' ? LEVELS : [...LEVELS, ...WINDOWS];
  const all = Array.from({ length: servers }, (_, server) =>
    differing.reduce(
      (settings, [key, text]) => thresholds.change(settings, key, text(server)),
      thresholds.defaults,
    ),
  );
  if (new Set(all.map((settings) => JSON.stringify(settings))).size !== servers) {
    throw new Error(`The settings of ${servers} servers are not all different.`);
  }
  return all;
}
