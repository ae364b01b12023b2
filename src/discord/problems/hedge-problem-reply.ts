import type { HedgeProblem } from '#domain/hedge/hedge-problem.ts';
import type { Problem } from '#domain/problem.ts';
import { ratio } from '#discord/message/format.ts';
import { en } from '#discord/texts/en.ts';

const CODES = ['invalid-ratio', 'incomplete-trial'] as const;

export type AboutHedge = HedgeProblem;

export function isAboutHedge(problem: Problem): problem is AboutHedge {
  return CODES.some((code) => code === problem.code);
}

/** The sentence for what may go wrong with questions about the hedge. */
export function explainHedge(problem: AboutHedge): string {
  switch (problem.code) {
    case 'invalid-ratio':
      return en.hedge.problems[problem.why](ratio(problem.asked), ratio(problem.bound));
    case 'incomplete-trial':
      return en.hedge.lacks[problem.lacks];
  }
}
