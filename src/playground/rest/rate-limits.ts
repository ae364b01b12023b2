import { createHash } from 'node:crypto';
import type { RestRequest } from './router.ts';

/** So many requests in so many milliseconds. */
export type Bucket = { readonly limit: number; readonly windowMs: number };

/** What Discord was seen to grant for messages in one channel. */
export const MESSAGE_BUCKET: Bucket = { limit: 5, windowMs: 5000 };

/** For everything else, whose real limits Discord does not publish; wide enough not to be felt. */
const OTHER_BUCKET: Bucket = { limit: 50, windowMs: 1000 };

const MESSAGE_ROUTE = 'POST /channels/{channel_id}/messages';
/** What has buckets of its own; the two tokens make each interaction one. */
const MAJOR_PARAMETERS = ['channel_id', 'guild_id', 'webhook_id', 'webhook_token', 'interaction_token'];

export type Granted = {
  readonly isAllowed: boolean;
  /** Seconds until the next is allowed. */
  readonly retryAfter: number;
  readonly headers: Readonly<Record<string, string>>;
};

/**
 * Counts requests per route and channel, server or webhook, and says so in Discord's headers.
 *
 * @param now - epoch milliseconds
 */
export function createRateLimits(
  now: () => number,
  messageBucket: Bucket,
): (request: RestRequest) => Granted {
  const windows = new Map<string, { readonly endsAt: number; readonly used: number }>();

  return (request) => {
    const name = `${request.method} ${request.route}`;
    const { limit, windowMs } = name === MESSAGE_ROUTE ? messageBucket : OTHER_BUCKET;
    const major = MAJOR_PARAMETERS.map((key) => request.parameters[key] ?? '').join(':');
    const key = `${name} ${major}`;
    const current = windows.get(key);
    const at = now();
    const open = current && current.endsAt > at ? current : { endsAt: at + windowMs, used: 0 };
    const isAllowed = open.used < limit;
    const used = isAllowed ? open.used + 1 : open.used;
    forgetEnded(windows, at);
    windows.set(key, { ...open, used });
    const resetAfter = Math.max(0, open.endsAt - at) / 1000;
    return {
      isAllowed,
      retryAfter: resetAfter,
      headers: {
        'X-RateLimit-Limit': String(limit),
        'X-RateLimit-Remaining': String(limit - used),
        'X-RateLimit-Reset': (open.endsAt / 1000).toFixed(3),
        'X-RateLimit-Reset-After': resetAfter.toFixed(3),
        'X-RateLimit-Bucket': createHash('md5').update(name).digest('hex'),
      },
    };
  };
}

const MANY_WINDOWS = 1000;

function forgetEnded(windows: Map<string, { readonly endsAt: number }>, at: number): void {
  if (windows.size < MANY_WINDOWS) {
    return;
  }
  for (const [key, { endsAt }] of windows) {
    if (endsAt <= at) {
      windows.delete(key);
    }
  }
}
