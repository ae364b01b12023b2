import { named, quoted } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';
import type { StatusReport } from '#services/health/read-status.ts';

/** Where a server's alerts go, and whether they can arrive there. */
export function channelStanding({
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
