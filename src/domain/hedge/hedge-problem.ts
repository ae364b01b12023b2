import { ExpectedError } from '#domain/expected-error.ts';

/** A programme ratio cannot be set to what somebody asked for. */
export class InvalidRatio extends ExpectedError {
  readonly code = 'invalid-ratio';
  readonly topic = 'hedge';
  readonly why: 'above-hard-cap' | 'not-positive' | 'same' | 'no-reason';
  readonly ratio: number;
  /** The hard cap, the least there is, or the ratio as it is. */
  readonly bound: number;
  constructor(why: InvalidRatio['why'], ratio: number, bound: number) {
    super(`${why}: ${ratio}`);
    this.why = why;
    this.ratio = ratio;
    this.bound = bound;
  }
}

/** A what-if names nothing to try, or too little of it. */
export class IncompleteTrial extends ExpectedError {
  readonly code = 'incomplete-trial';
  readonly topic = 'hedge';
  readonly lacks: 'anything' | 'lot' | 'expiry' | 'quantity' | 'strikes';
  constructor(lacks: IncompleteTrial['lacks']) {
    super(`nothing to try: ${lacks}`);
    this.lacks = lacks;
  }
}

/** What may go wrong with questions about the hedge. */
export type HedgeProblem = InvalidRatio | IncompleteTrial;
