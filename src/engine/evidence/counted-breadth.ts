import type { AdvanceDecline, DailyBreadth } from '#domain/market/market.ts';
import type { Provenance, UnknownReason } from '#domain/market/reading.ts';
import type { Series, Session } from '#domain/market/session.ts';
import {
  type BreadthDivergence,
  breadthDivergence,
  netShare,
} from '#engine/indicators/breadth-divergence.ts';
import { joinProvenance } from './read-close.ts';

/** Breadth of both universes beside the sessions, or why there is none. */
export type CountedBreadth =
  | { readonly known: false; readonly reason: UnknownReason }
  | {
      readonly known: true;
      /** Net share of advances, a value per session. */
      readonly small: Series;
      readonly large: Series;
      readonly provenance: Provenance;
    };

type Universes = { readonly small: DailyBreadth; readonly large: DailyBreadth };

/** The sessions to count beside: whether the last is not the one that had to be there, and when it closed. */
export type Closed = {
  readonly sessions: readonly Session[];
  readonly stale: boolean;
  readonly asOf: number;
};

/** Puts counts beside sessions. A session counted twice with different numbers, or with none, is a gap. */
export function countBreadth(
  breadth: Universes | undefined,
  { sessions, stale, asOf }: Closed,
): CountedBreadth {
  if (!breadth) {
    return { known: false, reason: 'not-supplied' };
  }
  const small = alignShares(breadth.small, sessions);
  const large = alignShares(breadth.large, sessions);
  if (stale || small.at(-1) === undefined || large.at(-1) === undefined) {
    return { known: false, reason: 'stale' };
  }
  return {
    known: true,
    small,
    large,
    provenance: joinProvenance(sourceOf(breadth.small, asOf), sourceOf(breadth.large, asOf)),
  };
}

/** The divergence of a window, for whoever counts. */
export function divergenceOf(breadth: CountedBreadth, sessions: number): BreadthDivergence | undefined {
  return breadth.known ? breadthDivergence(breadth.small, breadth.large, sessions) : undefined;
}

function alignShares({ days }: DailyBreadth, sessions: readonly Session[]): Series {
  const shares = new Map<Session, number | undefined>();
  for (const day of days) {
    const share = netShare(day);
    const agrees = !shares.has(day.session) || shares.get(day.session) === share;
    shares.set(day.session, agrees ? share : undefined);
  }
  return sessions.map((session) => shares.get(session));
}

/** Counts without those that stood still are not the whole count, and are labelled so. */
function sourceOf({ source, quality, days }: DailyBreadth, asOf: number): Provenance {
  const whole = days.every(({ unchanged }: AdvanceDecline) => unchanged !== undefined);
  return { asOf, source, quality: whole ? quality : 'proxy' };
}
