import type { AlertChart, AlertReading } from '#domain/signal/alert-chart.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { Series, Session } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { type MarketMeasures, measureMarket } from '#engine/evidence/measure-market.ts';

/** Sessions shown before the close that the indices are measured from. */
const BEFORE = 20;
/** At most so many in all, so that each is still seen on a phone. */
const SHOWN = 60;

/**
 * What the picture of an alert shows: both indices since the print, and the reading that decides, which is the VIX
 * where it forbids to add.
 *
 * @param watermark - printed across it; absent on live data
 */
export function alertChart(
  snapshot: Snapshot,
  settings: Pick<Settings, 'rsi.period' | 'rsi.rutMax' | 'vix.lateLevel'>,
  decision: Pick<Decision, 'event' | 'standDown'>,
  watermark?: string,
): AlertChart {
  const market = measureMarket(snapshot);
  const { sessions: known } = market;
  const origin = Math.max(0, originOf(known, decision.event?.sessionBefore));
  const first = Math.max(0, known.length - SHOWN, origin - BEFORE);
  const shown = (series: Series): Series => series.slice(first, known.length);
  const sessions = known.slice(first);
  const from = Math.max(first, origin);
  return {
    form: 'alert',
    sessions,
    from: known[from] ?? '',
    rut: shown(changes(market.rut.values, from)),
    spx: shown(changes(market.spx.values, from)),
    reading: readingOf(market, settings, { decision, shown }),
    prints: printsOf(snapshot, decision).filter((session) => sessions.includes(session)),
    ...(watermark !== undefined && { watermark }),
  };
}

/** Without a print: as far back as is shown at all. */
function originOf(sessions: readonly Session[], before: Session | undefined): number {
  const place = before === undefined ? -1 : sessions.indexOf(before);
  return place < 0 ? sessions.length - 1 - BEFORE : place;
}

/** Percent from the value at a place; unknown throughout where that is not known. */
function changes(values: Series, place: number): Series {
  const origin = values[place];
  return values.map((value) =>
    value === undefined || origin === undefined ? undefined : (value / origin - 1) * 100,
  );
}

type Shown = {
  readonly decision: Pick<Decision, 'standDown'>;
  readonly shown: (series: Series) => Series;
};

function readingOf(
  market: MarketMeasures,
  settings: Parameters<typeof alertChart>[1],
  { decision, shown }: Shown,
): AlertReading {
  if (decision.standDown.some((reason) => reason !== 'fomc')) {
    return { kind: 'vix', values: shown(market.vix.values), level: settings['vix.lateLevel'] };
  }
  const period = settings['rsi.period'];
  return {
    kind: 'rsi',
    period,
    values: shown(market.strength('rut', period)),
    level: settings['rsi.rutMax'],
  };
}

function printsOf({ prints }: Snapshot, { event }: Pick<Decision, 'event'>): readonly Session[] {
  if (!event) {
    return [];
  }
  const days = prints
    .filter(({ print }) => event.releases.includes(print.releaseId))
    .map(({ dayZero }) => dayZero);
  return days.includes(event.dayZero) ? days : [...days, event.dayZero];
}
