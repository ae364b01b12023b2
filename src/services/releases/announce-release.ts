import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { dayZero } from '#calendar/known-at.ts';
import { newYorkDay, newYorkInstant } from '#calendar/new-york.ts';
import type { AlertContent, PreBrief } from '#domain/delivery/alert.ts';
import { type Figures, type Forecasts, TICK } from '#domain/releases/print.ts';
import type { Release } from '#domain/releases/release.ts';
import type { PrintSource, ReleaseCalendar } from '#ports/sources/release-data.ts';
import type { AlertServices } from '#services/delivery/index.ts';
import type { EvaluationServices } from '#services/signal/index.ts';
import { findRelease } from './find-release.ts';

type AnnounceDeps = Pick<AlertServices, 'alertServers'> &
  Pick<EvaluationServices, 'foresee' | 'withManualForecasts'> & {
    readonly calendar: ExchangeCalendar;
    readonly releases: ReleaseCalendar;
    readonly prints?: Pick<PrintSource, 'consensus'>;
  };

/** Where no source is connected. */
const NOBODY: Forecasts = { figures: { headline: {}, core: {}, headlineYearly: {} } };

/**
 * Plans the pre-brief of a coming release for every server: what is expected, where the signal stands, and what will
 * be decided after it.
 *
 * @throws SourceChanged or SourceUnavailable
 */
export async function announceRelease(
  deps: AnnounceDeps,
  releaseId: string,
  now: number,
  signal: AbortSignal,
): Promise<void> {
  const release = await findRelease(deps, releaseId, signal);
  const general = (await deps.prints?.consensus(release, now, signal)) ?? NOBODY;
  const foresight = foreseeOnce(deps, release, now, signal);
  const content = async (server: string): Promise<AlertContent> => {
    const consensus = consensusOf(await deps.withManualForecasts(server, release, general));
    const hasConsensus = consensus.headline !== undefined || consensus.core !== undefined;
    return {
      form: 'pre-brief',
      release,
      consensus,
      ...(await (
        await foresight(hasConsensus)
      )(server)),
      checksAt: checksAfter(release, deps.calendar),
    };
  };
  await deps.alertServers({ id: `${occasionOf(release)}.pre-brief`, kind: 'pre-brief', content }, now);
}

/** Looks at the market once for servers with a consensus, and once for those without. */
function foreseeOnce(
  { foresee }: Pick<AnnounceDeps, 'foresee'>,
  release: Release,
  now: number,
  signal: AbortSignal,
): (hasConsensus: boolean) => ReturnType<AnnounceDeps['foresee']> {
  const looks = new Map<boolean, ReturnType<AnnounceDeps['foresee']>>();
  return (hasConsensus) => {
    const look = looks.get(hasConsensus) ?? foresee(release, { now, hasConsensus }, signal);
    looks.set(hasConsensus, look);
    return look;
  };
}

function consensusOf({ figures, nowcast, source }: Forecasts): PreBrief['consensus'] {
  return {
    ...percent('headline', figures),
    ...percent('core', figures),
    ...(source !== undefined && { source }),
    ...(nowcast && {
      nowcast: {
        ...percent('headline', nowcast.figures),
        ...percent('core', nowcast.figures),
        source: nowcast.source,
      },
    }),
  };
}

/** A release that was moved is announced again before its new day. */
function occasionOf({ id, scheduledAt }: Release): string {
  const day = newYorkDay(scheduledAt);
  return id.endsWith(day) ? id : `${id}.on-${day}`;
}

function percent(series: 'headline' | 'core', figures: Figures): Partial<Record<typeof series, number>> {
  const { consensus } = figures[series];
  return consensus === undefined ? {} : { [series]: Math.round(consensus * TICK * 100) / 100 };
}

/** 08:30 itself, the two looks during day 0, and its close. */
function checksAfter(release: Release, calendar: ExchangeCalendar): readonly number[] {
  const session = dayZero(release.scheduledAt, calendar);
  return [
    release.scheduledAt,
    newYorkInstant(session, '09:45'),
    newYorkInstant(session, '10:30'),
    calendar.usableAt(session),
  ];
}
