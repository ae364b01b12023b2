import type { ScenarioPath } from '#domain/signal/scenario-place.ts';

const paths: Readonly<Record<ScenarioPath, string>> = {
  'no-lag': 'small caps do not lag',
  lag: 'they lag',
  partly: 'they lag, part of momentum agrees',
  both: 'they lag, RSI and MACD agree',
  'both-and-breadth': 'the same, and breadth',
};

export const scenario = {
  paths,
  title: '**What the rules will say at the close**',
  row: (prints: string) => `**Print ${prints}**`,
  print: (name: string, deviations: string) => (deviations === '' ? name : `${name} (${deviations})`),
  or: ' or ',
  cell: (path: string, state: string, ratio: string) => `- ${path}: **${state}**, ${ratio}`,
  whatever: (state: string, ratio: string) => `- whatever small caps do: **${state}**, ${ratio}`,
  today: ' ◂ where the closes stand',
  stays: (ratio: string) => `${ratio} stays`,
  moves: (from: string, to: string, target: string) => `${from} → ${to} of ${target}`,
  assumes: (halved: boolean) =>
    `With tonight’s VIX, ratio and settings${halved ? '; without a consensus the raise is halved' : ''}.`,
  place: (print: string, path: string) => `In the table of the evening before: ${print}, ${path}.`,
  placeUntold: (print: string) => `In the table of the evening before: ${print}; the close decides the rest.`,
};
