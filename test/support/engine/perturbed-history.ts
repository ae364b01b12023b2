import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { History } from '#domain/history/history.ts';
import type { DailyBreadth, DailyCloses } from '#domain/market/market.ts';
import type { Figure, Print } from '#domain/releases/print.ts';
import type { Session } from '#domain/market/session.ts';
import { historyTimeline, type Timeline } from '#engine/backtest/history-timeline.ts';
import { playHistory, runThrough } from '#engine/backtest/play-history.ts';
import { someSettings } from './decision.ts';

/** Sessions that are played up to a cut: several releases, and any step's way back. */
const STRETCH = 45;

/** An instant after which everything is changed. */
export type Cut = { readonly session: Session; readonly asOf: number };

/** A history in which every close, count, settlement and figure that was not known at an instant is another one. */
function perturbAfter(history: History, asOf: number, calendar: ExchangeCalendar): History {
  const last = calendar.lastUsable(asOf);
  const closes = (daily: DailyCloses): DailyCloses => ({
    ...daily,
    closes: daily.closes.map((close, index) =>
      close.session > last ? { ...close, close: close.close * (index % 2 === 0 ? 0.6 : 1.7) } : close,
    ),
  });
  const counts = (daily: DailyBreadth): DailyBreadth => ({
    ...daily,
    days: daily.days.map((day) =>
      day.session > last ? { ...day, advances: day.declines + 7, declines: day.advances } : day,
    ),
  });
  const { vix9d, vix3m, vvix, breadth } = history.market;
  return {
    ...history,
    prints: history.prints.map((print) => (print.releasedAt > asOf ? another(print) : print)),
    rutSources: history.rutSources.map((stretch) =>
      stretch.from > last ? { ...stretch, source: 'another house' } : stretch,
    ),
    market: {
      rut: closes(history.market.rut),
      spx: closes(history.market.spx),
      vix: closes(history.market.vix),
      ...(vix9d && { vix9d: closes(vix9d) }),
      ...(vix3m && { vix3m: closes(vix3m) }),
      ...(vvix && { vvix: closes(vvix) }),
      ...(breadth && { breadth: { small: counts(breadth.small), large: counts(breadth.large) } }),
    },
  };
}

function another(print: Print): Print {
  const shifted = ({ actual = 0, ...figure }: Figure): Figure => ({ ...figure, actual: actual - 9 });
  const { headline, core, headlineYearly } = print.figures;
  return {
    ...print,
    figures: { headline: shifted(headline), core: shifted(core), headlineYearly: shifted(headlineYearly) },
  };
}

/** Cuts at prints, at checks and at closes in turn, each so many releases after the one before. */
export function cutsOf(timeline: Timeline, every: number, since: Session): readonly Cut[] {
  const { calendar } = timeline;
  return timeline.releases
    .filter(({ dayZero }) => dayZero >= since)
    .filter((_, index) => index % every === 0)
    .map(({ print, dayZero: session }, index) => {
      const instants = [print.releasedAt, print.releasedAt + 2 * 3_600_000, calendar.usableAt(session)];
      return { session, asOf: instants[index % instants.length] ?? print.releasedAt };
    });
}

/** Decisions of the sessions up to a cut, as the bytes that a store keeps, those before and those after it apart. */
export function decisionsAround(
  timeline: Timeline,
  { session, asOf }: Cut,
): { readonly before: readonly string[]; readonly after: readonly string[] } {
  const decisions: Decision[] = [];
  const place = timeline.sessions.indexOf(session);
  const period = {
    from: timeline.sessions[place - STRETCH] ?? session,
    until: timeline.sessions[place + 1] ?? session,
  };
  const take = ({ decision }: { readonly decision: Decision }): void => {
    decisions.push(decision);
  };
  runThrough(playHistory(timeline, [{ settings: someSettings(), take }], period));
  const bytes = (wanted: (decision: Decision) => boolean): readonly string[] =>
    decisions.filter(wanted).map(canonicalJson);
  return {
    before: bytes((decision) => decision.asOf <= asOf),
    after: bytes((decision) => decision.asOf > asOf),
  };
}

/** The same decisions where everything after the cut is another future. */
export function decisionsInAnotherFuture(timeline: Timeline, cut: Cut): ReturnType<typeof decisionsAround> {
  const { history, calendar } = timeline;
  return decisionsAround(historyTimeline(perturbAfter(history, cut.asOf, calendar), calendar), cut);
}
