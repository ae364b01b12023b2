import type { Calibration } from '#domain/signal/score.ts';

const directions: Readonly<Record<Calibration['direction'], string>> = {
  up: 'Up-steps',
  down: 'Down-steps',
};

export const calibration = {
  describe: 'What was decided lately, and how its recommendations have done',
  title: '## Latest decisions',
  none: 'Nothing has been decided yet. The first evaluation comes with the next CPI or PPI release.',
  line: (time: string, state: string, ratio: string, id: string) => `- ${time} **${state}** ${ratio} · ${id}`,
  calibration: '**How recommendations have done**',
  meaning:
    'An up-step counts as right when the VIX stood higher so many sessions later, a down-step when it stood no higher. Scored once, published whatever it says.',
  noScores: 'None has been scored yet: the first score comes one session after a step.',
  row: (direction: Calibration['direction'], sessions: number, counts: string, interval: string) =>
    `- ${directions[direction]} after ${sessions}: ${counts} right${interval}`,
  counts: (right: number, all: number) => `${right} of ${all}`,
  interval: (low: string, high: string) => ` (95 %: ${low} to ${high})`,
  means: (vix: string, spx: string) => `, VIX ${vix}, SPX ${spx} on average`,
  few: 'So few cases say nothing about the next one.',
  score: (id: string, step: string, sessions: number, came: string) =>
    `- ${id} ${step}, after ${sessions}: ${came}`,
  came: (vix: string, spx: string, drawdown: string) => `VIX ${vix}, SPX ${spx}, deepest ${drawdown}`,
  scores: '**Latest scores**',
};
