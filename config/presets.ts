import type { Preset } from '#domain/settings/settings.ts';

/** Named choices of thresholds, the defaults first. */
export const presets: readonly Preset[] = [
  { name: 'steward', meaning: 'The method as it is described: every threshold at its default.', values: [] },
  {
    name: 'strict',
    meaning: 'Asks for a deeper oversold Russell, moves in half steps and never around the Fed.',
    values: [
      { key: 'rsi.rutMax', text: '30' },
      { key: 'rsi.gapMax', text: '-5' },
      { key: 'step.up', text: '0.05' },
      { key: 'fomc.policy', text: 'block' },
    ],
  },
  {
    name: 'early',
    meaning: 'Confirms at a milder RSI, over a window twice as long and against a faster average.',
    values: [
      { key: 'rsi.rutMax', text: '45' },
      { key: 'rsi.gapMax', text: '-5' },
      { key: 'event.windowSessions', text: '10' },
      { key: 'trend.period', text: '20' },
    ],
  },
  {
    name: 'curated-vix',
    meaning: 'Takes its VIX gates at 18, 28 and 40, and calls a hedge late above 40.',
    values: [
      { key: 'vix.gates', text: '18/28/40' },
      { key: 'vix.lateLevel', text: '40' },
    ],
  },
];
