import type { SettingKey } from '#domain/settings/settings.ts';

/**
 * Values that a backtest tries beside the ones asked about, one threshold at a time, as people would type them.
 *
 * Chosen on both sides of the defaults before anything was looked at, and shown all of them: no cell is picked.
 */
export const backtestGrid: Readonly<Partial<Record<SettingKey, readonly string[]>>> = {
  'print.weakZ': ['-0.25', '-0.75', '-1.0'],
  'print.coreWeight': ['0.5', '1.0'],
  'event.windowSessions': ['3', '8', '10'],
  'lag.z': ['-0.5', '-1.5', '-2.0'],
  'lag.betaWindow': ['40', '120'],
  'rsi.rutMax': ['30', '40', '45'],
  'rsi.gapMax': ['-2', '-8'],
  'confirm.windowBars': ['3', '8'],
  'vix.lateLevel': ['30', '40'],
  'fomc.policy': ['block', 'ignore'],
};
