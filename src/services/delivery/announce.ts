import { newYorkDay, newYorkInstant } from '#calendar/new-york.ts';
import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { dayZero } from '#calendar/day-zero.ts';
import { isQuiet } from '#calendar/quiet-hours.ts';
import type { AlertKind } from '#domain/delivery/alert-kind.ts';
import type { Alert, AlertContent, CalendarNews, PreBrief } from '#domain/delivery/alert.ts';
import type { Correction } from '#domain/signal/correction.ts';
import type { Degradation } from '#domain/signal/degradation.ts';
import type { DueWork } from '#domain/releases/due-work.ts';
import { TICK, type Figures, type Forecasts } from '#domain/releases/print.ts';
import type { Release } from '#domain/releases/release.ts';
import type { ServerSettings } from '#domain/settings/settings.ts';
import type { DeliveryLedger } from '#ports/ledger/ledger.ts';
import type { PrintSource } from '#ports/sources/print-source.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import { forEachServer } from '#services/health/for-each-server.ts';
import type { Foresee, Foresight } from '#services/signal/foresee.ts';
import type { OwnEntries } from '#services/signal/own-entries.ts';

/** Messages that belong to no decision. */
export type Announcements = {
  /** @throws SourceChanged or SourceUnavailable */
  preBrief(release: Release, now: number, signal: AbortSignal): Promise<void>;
  /** @param silent - sources that did not answer when they were asked last */
  late(
    release: Release,
    overdue: { readonly minutes: number; readonly silent: readonly string[] },
    now: number,
  ): Promise<void>;
  /** @param name - news that was told under a name is not told again */
  calendar(name: string, news: CalendarNews, now: number): Promise<void>;
  missed(work: DueWork, now: number): Promise<void>;
  /** @param name - the same under the same name is told once */
  degraded(name: string, degradation: Degradation, now: number): Promise<void>;
  /** To one server. @param told - `name`: the same correction under the same name is told once */
  correction(
    server: string,
    told: { readonly correction: Correction; readonly name: string },
    now: number,
  ): Promise<void>;
};

export type AnnouncementParts = {
  readonly calendar: ExchangeCalendar;
  readonly prints?: PrintSource;
  readonly ledger: DeliveryLedger;
  readonly settings: SettingsStore;
  readonly foresee: Foresee;
  readonly ownEntries: Pick<OwnEntries, 'forecasts'>;
  readonly nonceOf: (key: string, channel: string) => string;
  readonly watermark?: string;
};

type Message = {
  /** Its name within a server. */
  readonly id: string;
  readonly kind: AlertKind;
  readonly content: (server: string) => Promise<AlertContent> | AlertContent;
};

/** Where no source is connected. */
const NOBODY: Forecasts = { figures: { headline: {}, core: {}, headlineYearly: {} } };

export function createAnnouncements(parts: AnnouncementParts): Announcements {
  const tell = async (message: Message, now: number): Promise<void> =>
    forEachServer(await parts.settings.servers(), async (server) => {
      const kept = await parts.settings.read(server);
      await tellServer(parts, { server, kept, now, message });
    });

  return {
    async preBrief(release, now, signal) {
      const general = (await parts.prints?.consensus(release, now, signal)) ?? NOBODY;
      const foresight = foreseeing(parts.foresee, release, now, signal);
      const brief = async (server: string): Promise<AlertContent> => {
        const consensus = consensusOf(await parts.ownEntries.forecasts(server, release, general));
        const hasConsensus = consensus.headline !== undefined || consensus.core !== undefined;
        return {
          form: 'pre-brief',
          release,
          consensus,
          ...(await foresight(server, hasConsensus)),
          checksAt: checksAfter(release, parts.calendar),
        };
      };
      await tell({ id: `${occasionOf(release)}.pre-brief`, kind: 'pre-brief', content: brief }, now);
    },

    async late(release, { minutes, silent }, now) {
      const content = { form: 'late', release, minutes, ...(silent.length > 0 && { silent }) } as const;
      await tell({ id: `${release.id}.late-${minutes}`, kind: 'late', content: () => content }, now);
    },

    calendar: (name, news, now) =>
      tell({ id: name, kind: 'calendar', content: () => ({ form: 'calendar', news }) }, now),

    async correction(server, { correction, name }, now) {
      const content = { form: 'correction', correction } as const;
      const id = `${correction.decisionId}.correction-${parts.nonceOf(name, server)}`;
      const kept = await parts.settings.read(server);
      await tellServer(parts, {
        server,
        kept,
        now,
        message: { id, kind: 'correction', content: () => content },
      });
    },

    degraded: (name, degradation, now) =>
      tell(
        { id: `${name}.degraded`, kind: 'degraded', content: () => ({ form: 'degraded', degradation }) },
        now,
      ),

    missed: (work, now) =>
      tell({ id: `${work.id}.missed`, kind: 'missed', content: () => ({ form: 'missed', work }) }, now),
  };
}

type Telling = {
  readonly server: string;
  readonly kept: ServerSettings;
  readonly now: number;
  readonly message: Message;
};

async function tellServer(parts: AnnouncementParts, { server, kept, now, message }: Telling): Promise<void> {
  const { settings } = kept;
  const channel = settings['alerts.channel'];
  const wish = settings['alerts.kinds'][message.kind];
  if (channel === null || wish === 'off') {
    return;
  }
  const alert: Alert = {
    key: `${server}/${message.id}`,
    server,
    kind: message.kind,
    content: await message.content(server),
    silent: wish === 'silent' || isQuiet(settings['alerts.quietHours'], settings.timezone, now),
    ...(parts.watermark !== undefined && { watermark: parts.watermark }),
  };
  const nonce = parts.nonceOf(alert.key, channel);
  await parts.ledger.planDeliveries([{ alert, channel, nonce, plannedAt: now }]);
}

/** Looks at the market once for servers with a consensus, and once for those without. */
function foreseeing(
  foresee: Foresee,
  release: Release,
  now: number,
  signal: AbortSignal,
): (server: string, hasConsensus: boolean) => Promise<Foresight> {
  const looks = new Map<boolean, ReturnType<Foresee>>();
  return async (server, hasConsensus) => {
    const look = looks.get(hasConsensus) ?? foresee(release, { now, hasConsensus }, signal);
    looks.set(hasConsensus, look);
    return (await look)(server);
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
