import type { DailyCloses } from '#domain/market/market.ts';
import type { Quality } from '#domain/market/reading.ts';
import type { Close, Session } from '#domain/market/session.ts';
import type { Supplied } from './supplied.ts';

/** Series of many sources in one. */
export type Combined = {
  readonly daily: DailyCloses;
  /** Who gave the last close. */
  readonly provider: string;
  /** Sessions since its first close that the series skips, oldest first: the last ones too. */
  readonly missing: readonly Session[];
};

/** Worst first. */
const BY_TRUST: readonly Quality[] = ['proxy', 'manual', 'recorded', 'delayed', 'live'];

/**
 * Takes the series of the first source in order that skips the fewest sessions, and behind its last close what the
 * others have already. A session that it skips stays a hole, whoever has it.
 *
 * @param supplied - the most trusted first
 * @param sessions - those that are read, oldest first
 * @returns `undefined` where nobody has a close
 */
export function combineCloses(
  supplied: readonly Supplied[],
  sessions: readonly Session[],
): Combined | undefined {
  const base = supplied
    .filter(({ daily }) => daily.closes.length > 0)
    .toSorted((one, other) => skipped(one, sessions).length - skipped(other, sessions).length)[0];
  if (!base) {
    return undefined;
  }
  const tail = tailOf(base, supplied);
  const daily = joined(base.daily, tail);
  const known = new Set(daily.closes.map(({ session }) => session));
  const first = daily.closes[0]?.session ?? '';
  return {
    daily,
    provider: tail.at(-1)?.provider ?? base.provider,
    missing: sessions.filter((session) => session > first && !known.has(session)),
  };
}

/** Sessions up to its last close that a series does not have, those before its first one included. */
function skipped({ daily }: Supplied, sessions: readonly Session[]): readonly Session[] {
  const known = new Set(daily.closes.map(({ session }) => session));
  const last = daily.closes.at(-1)?.session ?? '';
  return sessions.filter((session) => session <= last && !known.has(session));
}

type Tail = readonly { readonly provider: string; readonly close: Close; readonly daily: DailyCloses }[];

/** What others have after the last close, each session from the first who has it. */
function tailOf(base: Supplied, supplied: readonly Supplied[]): Tail {
  const last = base.daily.closes.at(-1)?.session ?? '';
  const later = supplied.flatMap(({ provider, daily }) =>
    daily.closes.filter(({ session }) => session > last).map((close) => ({ provider, close, daily })),
  );
  return later
    .filter(({ close }, place) => place === later.findIndex((one) => one.close.session === close.session))
    .toSorted((one, other) => (one.close.session < other.close.session ? -1 : 1));
}

function joined(base: DailyCloses, tail: Tail): DailyCloses {
  const qualities = [base.quality, ...tail.map(({ daily }) => daily.quality)];
  const others = tail
    .filter(({ daily }, place) => tail[place - 1]?.daily !== daily)
    .map(({ daily, close }) => `${daily.source} from ${close.session}`);
  return {
    closes: [...base.closes, ...tail.map(({ close }) => close)],
    source: [base.source, ...others].join('; '),
    quality: BY_TRUST.find((quality) => qualities.includes(quality)) ?? base.quality,
  };
}
