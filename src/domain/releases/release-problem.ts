import { ExpectedError } from '#domain/expected-error.ts';

/** Something was typed in for a release that it does not fit. */
export class ReleaseNotAwaited extends ExpectedError {
  readonly code = 'release-not-awaited';
  readonly topic = 'releases';
  readonly release: string;
  /**
   * `unknown`: the calendar has no such release. `out`: its time has come, so that no forecast counts. `ahead`: its time
   * has not come. `published`: its figures are here. `withdrawn`: it is not published on a day of its own.
   */
  readonly why: 'unknown' | 'out' | 'ahead' | 'published' | 'withdrawn';
  constructor(release: string, why: ReleaseNotAwaited['why']) {
    super(`${release} is ${why}`);
    this.release = release;
    this.why = why;
  }
}

/**
 * What was typed in cannot be: no figure at all, one that is finer than figures are published, or a month that is none
 * or had not ended.
 */
export class ImpossibleFigure extends ExpectedError {
  readonly code = 'impossible-figure';
  readonly topic = 'releases';
  readonly why: 'none' | 'too-fine' | 'month';
  constructor(why: ImpossibleFigure['why']) {
    super(`figures: ${why}`);
    this.why = why;
  }
}

export type ReleaseProblem = ReleaseNotAwaited | ImpossibleFigure;
