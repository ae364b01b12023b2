/** Contracts that would carry the ratio from where it is to where the step puts it. */
export type ContractPlan = {
  /** As the arithmetic has it, before rounding, nearest expiration first. Negative closes. */
  readonly exact: readonly number[];
  /** Whole contracts, nearest expiration first. */
  readonly whole: readonly number[];
  /** The ratio in unit terms after the whole contracts. */
  readonly achieved: number;
  /** `achieved` less the ratio the step asks for. */
  readonly error: number;
};

/** How much hedge a server carries, counted in contracts ("unit mode"). */
export type ExposureReading =
  | {
      readonly mode: 'unit';
      readonly condors: number;
      readonly hedge: readonly number[];
      /** 0.60 × hedge contracts ÷ condors: 4/4/2 calls per ten condors are 0.60. */
      readonly ratio: number;
      /** Contracts for the decision's step; `too-small` when no whole number lands near; absent without a step. */
      readonly plan?: ContractPlan | 'too-small';
    }
  | { readonly mode: 'none'; readonly reason: 'no-book' | 'no-condors' };
