import { newYorkDay, newYorkTime } from '#calendar/new-york.ts';
import type { ChartMark, SignalChart } from '#domain/signal/signal-chart.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { Series, Session } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { movingAverageConvergence } from '#engine/indicators/moving-average-convergence.ts';
import { type MarketMeasures, measureMarket } from '#engine/evidence/measure-market.ts';
import { judgeLag } from '#engine/evidence/judge-lag.ts';
import { judgeMacd } from '#engine/evidence/judge-macd.ts';
import { judgeRsi } from '#engine/evidence/judge-rsi.ts';
import { sessionsSince } from '#engine/evidence/read-close.ts';

/** Sessions shown: half a year. */
const SHOWN = 120;

/** Averages shown besides the server's own. */
const USUAL_AVERAGES: readonly number[] = [20, 200];

/**
 * Everything that the picture of a decision shows, of the last 120 sessions.
 *
 * @param watermark - printed across it; absent on live data
 */
export function signalChart(
  snapshot: Snapshot,
  settings: Settings,
  decision: Decision,
  watermark?: string,
): SignalChart {
  const market = measureMarket(snapshot);
  const sessions = market.sessions.slice(-SHOWN);
  const recent = (series: Series): Series => series.slice(-sessions.length);
  const period = settings['rsi.period'];
  const { line, signal, histogram } = movingAverageConvergence(market.rut.values, settings['macd.periods']);
  const averages = new Set([...USUAL_AVERAGES, settings['trend.period']]);
  return {
    title: 'Russell 2000 beside the S&P 500',
    subtitle: describeSource(snapshot, market),
    sessions,
    rut: recent(market.rut.values),
    averages: [...averages]
      .toSorted((shorter, longer) => shorter - longer)
      .map((length) => ({ period: length, values: recent(market.average(length)) })),
    rsi: {
      period,
      rut: recent(market.strength('rut', period)),
      spx: recent(market.strength('spx', period)),
      threshold: settings['rsi.rutMax'],
    },
    macd: { line: recent(line), signal: recent(signal), histogram: recent(histogram) },
    relative: rebase(recent(market.ratio)),
    marks: markSessions(snapshot, decision, {
      sessions,
      confirmed: findCapitulation(market, settings, decision),
    }),
    ...(watermark !== undefined && { watermark }),
  };
}

function describeSource({ asOf }: Snapshot, market: MarketMeasures): string {
  const { source, quality } = market.provenance('pair');
  return `${source}, ${quality} · as of ${newYorkDay(asOf)} ${newYorkTime(asOf)} New York`;
}

function rebase(ratio: Series): Series {
  const first = ratio.find((value) => value !== undefined);
  return ratio.map((value) => (value === undefined || first === undefined ? undefined : value / first));
}

type Points = { readonly sessions: readonly Session[]; readonly confirmed: Session | undefined };

/** The prints of the event, or the latest one, and the close that confirmed; those outside the picture are left out. */
function markSessions(
  { prints }: Snapshot,
  { event, print }: Decision,
  { sessions, confirmed }: Points,
): readonly ChartMark[] {
  const releases = event?.releases ?? (print ? [print.releaseId] : []);
  const marks: ChartMark[] = prints
    .filter((known) => releases.includes(known.print.releaseId))
    .map(({ print: { kind: label }, dayZero }) => ({ session: dayZero, label, kind: 'print' }));
  if (event && !prints.some((known) => known.print.releaseId === event.print.releaseId)) {
    marks.push({ session: event.dayZero, label: event.print.kind, kind: 'print' });
  }
  if (confirmed !== undefined) {
    marks.push({ session: confirmed, label: 'confirmed', kind: 'confirmed' });
  }
  return marks.filter(({ session }) => sessions.includes(session));
}

/** The first close in the window of the event's latest print at which lag, RSI and MACD were all true. */
function findCapitulation(
  market: MarketMeasures,
  settings: Settings,
  { event }: Pick<Decision, 'event'>,
): Session | undefined {
  if (!event) {
    return undefined;
  }
  const { sessions } = market;
  return sessions.find(
    (session, index) =>
      session >= event.dayZero &&
      sessionsSince(sessions, event.dayZero, session) <= settings['event.windowSessions'] &&
      judgeLag(market, settings, event, index).truth === 'true' &&
      judgeRsi(market, settings, index).truth === 'true' &&
      judgeMacd(market, settings, index).truth === 'true',
  );
}
