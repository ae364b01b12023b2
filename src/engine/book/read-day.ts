import type { Session } from '#domain/market/session.ts';

const FORM = /^\d{4}-\d{2}-\d{2}$/;

/** A day that somebody typed as `YYYY-MM-DD`; `undefined` for anything else, and for days that no calendar has. */
export function readDay(typed: string): Session | undefined {
  const day = typed.trim();
  const at = FORM.test(day) ? Date.parse(day) : Number.NaN;
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(day) ? day : undefined;
}
