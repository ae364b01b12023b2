/**
 * Values that run alongside a list of sessions: same length, same order, oldest first.
 *
 * `undefined` marks a session at which there is no value yet, which is what reading past either
 * end gives too, so callers have one case to handle and not two.
 */
export type Series = readonly (number | undefined)[];
