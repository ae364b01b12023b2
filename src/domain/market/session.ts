/** A trading day of the New York exchanges, as `YYYY-MM-DD`. */
export type Session = string;

/** An index's close at the end of one session, in index points. Always finite and positive. */
export type Close = { readonly session: Session; readonly close: number };

/**
 * Values that run alongside a list of sessions: same length, same order, oldest first.
 *
 * `undefined` marks a session at which there is no value yet, which is what reading past either
 * end gives too, so callers have one case to handle and not two.
 */
export type Series = readonly (number | undefined)[];
