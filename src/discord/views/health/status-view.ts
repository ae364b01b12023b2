import { PLAIN_ACCENT, TROUBLE_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { day, newYork, newYorkDate, stamp } from '#discord/message/format.ts';
import { code, named, quoted } from '#discord/message/quoted.ts';
import { RULE, type View, collapsible, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import type { PlannedDelivery, PlannedWork } from '#ports/ledger/ledger.ts';
import type { StatusReport } from '#services/health/read-status.ts';

/** Whether the bot is alive, what it waits for and whether its messages arrive; what is wrong stands first. */
export function statusView(account: StatusReport): View {
  const { status } = en.health;
  return fit({
    accent: isSound(account) ? PLAIN_ACCENT : TROUBLE_ACCENT,
    parts: [
      ...watermarkPart(account.watermark),
      text(status.title, ...channelLines(account)),
      RULE,
      text(...sourceLines(account)),
      RULE,
      collapsible(2, 'what comes next', [
        status.coming,
        ...(account.coming.length === 0 ? [status.nothingComing] : account.coming.map(workLine)),
        ...(account.calendarEndsAt === undefined
          ? []
          : [`-# ${status.calendarEnds(newYorkDate(account.calendarEndsAt))}`]),
      ]),
      collapsible(1, 'messages', [
        status.deliveries,
        ...(account.deliveries.length === 0 ? [status.noDeliveries] : account.deliveries.map(deliveryLine)),
      ]),
      RULE,
      text(
        `-# ${status.running(quoted(account.version), stamp(account.startedAt))} · ${status.settings(account.settingsVersion)}`,
      ),
    ],
  });
}

function isSound({ channel, channelGone, missing = [] }: StatusReport): boolean {
  return channel !== null && !channelGone && missing.length === 0;
}

function sourceLines({ mode, sources, keys, episode, now }: StatusReport): readonly string[] {
  const { status } = en.health;
  return [
    mode === 'playground' ? status.playground : status.live,
    sourcesLine(sources),
    ...(keys ? keyLines(keys) : []),
    ...(episode ? [status.episode(quoted(episode.title))] : []),
    status.clock(newYork(now)),
  ];
}

function sourcesLine(sources: StatusReport['sources']): string {
  const { status } = en.health;
  switch (sources) {
    case 'recorded':
      return status.recorded;
    case 'off':
      return status.off;
    case 'live':
      return status.liveSources;
  }
}

function keyLines({ bls, fred, massive }: NonNullable<StatusReport['keys']>): readonly string[] {
  const { keys } = en.health.status;
  const shown = (isOn: boolean): 'on' | 'off' => (isOn ? 'on' : 'off');
  return [`- ${keys.bls[shown(bls)]}`, `- ${keys.fred[shown(fred)]}`, `- ${keys.massive[shown(massive)]}`];
}

function workLine({ work }: PlannedWork): string {
  const about = work.releaseId === undefined ? day(work.session) : code(work.releaseId);
  return `- ${stamp(work.dueAt)} ${en.delivery.notices.work[work.kind]}, ${about}`;
}

function deliveryLine({ alert, delivery, plannedAt }: PlannedDelivery): string {
  const state = en.health.status.delivery[delivery.state];
  return `- ${stamp(plannedAt)} ${alert.kind}: ${[state, ...detail(delivery)].join(', ')}`;
}

function detail(delivery: PlannedDelivery['delivery']): readonly string[] {
  switch (delivery.state) {
    case 'due':
    case 'sending':
      return [en.health.status.attempt(delivery.attempt)];
    case 'dropped':
      return [quoted(delivery.reason)];
    case 'sent':
      return [];
  }
}

/** Where a server's alerts go, and whether they can arrive there. */
export function channelLines({
  channel,
  channelGone,
  missing = [],
}: Pick<StatusReport, 'channel' | 'channelGone' | 'missing'>): readonly string[] {
  const { status } = en.health;
  if (channel === null) {
    return [status.noChannel];
  }
  const name = named('channel', channel);
  if (channelGone) {
    return [status.channelGone(name)];
  }
  return missing.length > 0
    ? [status.channel(name), status.missing(missing.map(quoted).join(', '))]
    : [`${status.channel(name)}: ${status.permitted}.`];
}
