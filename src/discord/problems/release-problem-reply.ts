import type { Problem } from '#domain/problem.ts';
import {
  ImpossibleFigure,
  ReleaseNotAwaited,
  type ReleaseProblem,
} from '#domain/releases/release-problem.ts';
import { code } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';

export type AboutRelease = ReleaseProblem;

export function isAboutRelease(problem: Problem): problem is AboutRelease {
  return problem instanceof ReleaseNotAwaited || problem instanceof ImpossibleFigure;
}

/** The sentence for each problem with what was typed in for a release. */
export function explainRelease(problem: AboutRelease): string {
  const { problems } = en.releases;
  return problem.code === 'release-not-awaited'
    ? problems.notAwaited[problem.why](code(problem.release))
    : problems.impossibleFigure[problem.why];
}
