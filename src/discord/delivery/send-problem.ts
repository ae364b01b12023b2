import { DiscordAPIError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import { ChannelClosed, SendFailed, SendRefused } from '#domain/delivery/delivery-problem.ts';
import { withoutSecrets } from '#discord/message/without-secrets.ts';

/** Which of the outbox's three cases a failed request is: closed for good, refused for good, or worth trying again. */
export function sendProblem(error: unknown, channel: string): ChannelClosed | SendFailed | SendRefused {
  const cause = withoutSecrets(error);
  if (error instanceof RateLimitError) {
    return new SendFailed('Discord asks to wait', error.retryAfter, { cause });
  }
  if (!(error instanceof DiscordAPIError)) {
    return new SendFailed(reasonOf(error), undefined, { cause });
  }
  if (error.code === RESTJSONErrorCodes.UnknownChannel) {
    return new ChannelClosed(channel, 'gone', [], { cause });
  }
  if (FORBIDDEN.includes(error.code)) {
    return new ChannelClosed(channel, 'forbidden', [], { cause });
  }
  return isWorthRepeating(error)
    ? new SendFailed(`Discord answered ${error.status}`, undefined, { cause })
    : new SendRefused(`Discord refused it: ${error.code} ${error.message}`, { cause });
}

/** Whether Discord took our token for wrong, which ends everything: discord.js forgets it then. */
export function isUnauthorized(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status === UNAUTHORIZED;
}

const UNAUTHORIZED = 401;
const TOO_MANY = 429;
const SERVER_FAULT = 500;

const FORBIDDEN: readonly (number | string)[] = [
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
];

function isWorthRepeating({ status }: DiscordAPIError): boolean {
  return status >= SERVER_FAULT || status === TOO_MANY || status === UNAUTHORIZED;
}

function reasonOf(error: unknown): string {
  const name = error instanceof Error ? error.name : 'an unknown error';
  return name === 'AbortError' ? 'Discord did not answer in time' : `Discord was not reached (${name})`;
}
