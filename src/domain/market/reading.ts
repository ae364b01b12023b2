/** How good a value is: where on the way from the market to us it was taken. */
export type Quality = 'live' | 'delayed' | 'manual' | 'proxy' | 'recorded';

/** Where a value comes from and when it was true. */
export type Provenance = {
  /** Epoch milliseconds (UTC) at which the value held. */
  readonly asOf: number;
  /** Short name of who gave it, such as `cboe`. */
  readonly source: string;
  readonly quality: Quality;
};

/** Why a value is not there. Never shown as 0, and never counted as "no". */
export type UnknownReason =
  | 'not-supplied'
  | 'too-little-history'
  | 'no-variation'
  | 'stale'
  | 'session-missing'
  | 'impossible-value'
  | 'no-consensus'
  | 'no-one-month-change'
  | 'no-event'
  | 'not-yet-closed';

/** A value with its provenance, or the reason why there is none. */
export type Reading<Value> =
  | (Provenance & { readonly known: true; readonly value: Value })
  | { readonly known: false; readonly reason: UnknownReason };
