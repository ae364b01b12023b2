import type { InputChange } from '#domain/signal/correction.ts';
import type { DailyBreadth, DailyCloses, MarketHistory } from '#domain/market/market.ts';
import type { Session } from '#domain/market/session.ts';

/**
 * Sessions of the tail in which a change can matter to what was decided: 252 sums of five residuals, the first against
 * the longest beta that a server may set, of 250 sessions.
 */
const TAIL = 507;

/** Changes that are told. */
const TOLD = 5;

type Values = ReadonlyMap<Session, number>;

/** Data that differ between two readings of the same market, newest first, at most five. */
export function changedInputs(before: MarketHistory, after: MarketHistory): readonly InputChange[] {
  const pairs: readonly (readonly [InputChange['series'], Values, Values])[] = [
    ['RUT', closesOf(before.rut), closesOf(after.rut)],
    ['SPX', closesOf(before.spx), closesOf(after.spx)],
    ['VIX', closesOf(before.vix), closesOf(after.vix)],
    ['VIX3M', closesOf(before.vix3m), closesOf(after.vix3m)],
    ['VIX9D', closesOf(before.vix9d), closesOf(after.vix9d)],
    ['RVX', closesOf(before.rvx), closesOf(after.rvx)],
    ['small-cap A/D', countsOf(before.breadth?.small), countsOf(after.breadth?.small)],
    ['large-cap A/D', countsOf(before.breadth?.large), countsOf(after.breadth?.large)],
  ];
  return pairs
    .flatMap(([series, was, is]) => differences(series, was, is))
    .toSorted((first, second) =>
      first.session < second.session ? 1 : first.session > second.session ? -1 : 0,
    )
    .slice(0, TOLD);
}

function closesOf(daily: DailyCloses | undefined): Values {
  return new Map((daily?.closes ?? []).slice(-TAIL).map(({ session, close }) => [session, close]));
}

function countsOf(daily: DailyBreadth | undefined): Values {
  const days = (daily?.days ?? []).slice(-TAIL);
  return new Map(days.map(({ session, advances, declines }) => [session, advances - declines]));
}

/** Where one reading merely begins later than the other, nothing has changed. */
function differences(series: InputChange['series'], was: Values, is: Values): readonly InputChange[] {
  const begun =
    [was, is]
      .map((values) => [...values.keys()].toSorted()[0] ?? '')
      .toSorted()
      .at(-1) ?? '';
  const sessions = [...new Set([...was.keys(), ...is.keys()])].filter((session) => session >= begun);
  return sessions.flatMap((session): InputChange[] => {
    const [first, second] = [was.get(session), is.get(session)];
    return first === second
      ? []
      : [
          {
            series,
            session,
            ...(first !== undefined && { was: first }),
            ...(second !== undefined && { is: second }),
          },
        ];
  });
}
