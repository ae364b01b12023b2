import type { Truth } from '#domain/signal/evidence.ts';

const truths: Readonly<Record<Truth, string>> = { true: 'true', false: 'false', unknown: 'unknown' };

export const correction = {
  title: (when: string) => `## Correction to the evaluation of ${when}`,
  conclusion:
    '**The conclusion would have been different.** What was posted stays posted, and nothing moves twice.',
  noConclusion: 'The conclusion stays: state, target and step are the same.',
  changed: '**What has changed**',
  rank: (was: string, is: string) => `- evidence led to ${was}, now to ${is}`,
  target: (was: string, is: string) => `- target was ${was}, is ${is}`,
  step: (was: string, is: string) => `- step was ${was}, is ${is}`,
  evidence: (name: string, was: Truth, is: Truth) => `- ${name} was ${truths[was]}, is ${truths[is]}`,
  print: (was: string, is: string) => `- print was ${was}, is ${is}`,
  unclassified: 'unclassified',
  degraded: (was: string, is: string) => `- missing inputs: ${was}, now ${is}`,
  inputs: '**Because**',
  input: (series: string, day: string, was: string, is: string) => `- ${series} of ${day}: ${was} → ${is}`,
  absent: 'not there',
  hiddenInput: '- what surprises are measured against has changed',
};
