/** A trading day of the New York exchanges, as `YYYY-MM-DD`. */
export type Session = string;

/** An index's close at the end of one session, in index points. Always finite and positive. */
export type Close = { readonly session: Session; readonly close: number };
