import type { Env } from '#config/env.ts';
import type { HttpParts } from '#adapters/http/client-policy.ts';
import type { WallClock } from '#ports/clock.ts';
import type { Log } from '#ports/log.ts';
import type { SourceLedger } from '#ports/ledger/source-ledger.ts';
import { VERSION } from './version.ts';

/** What the ways out to all providers share in this process. */
export function httpParts(
  { CONTACT_EMAIL, SOURCES_URL }: Pick<Env, 'CONTACT_EMAIL' | 'SOURCES_URL'>,
  surroundings: {
    readonly ledger: SourceLedger;
    readonly wallClock: WallClock;
    readonly log: Log;
  },
): HttpParts {
  return {
    ...surroundings,
    userAgent: userAgent(VERSION, CONTACT_EMAIL),
    chance: Math.random,
    ...(SOURCES_URL !== undefined && { fetch: detour(SOURCES_URL) }),
  };
}

/**
 * A `fetch` that asks one server instead of all, for trying the bot out: `https://api.bls.gov/x` becomes
 * `<origin>/api.bls.gov/x`. Everything else about a question stays as it is, its keys too.
 *
 * @param origin - such as `http://127.0.0.1:4100`
 */
function detour(origin: string): typeof fetch {
  return (input, init) => {
    const { host, pathname, search } = new URL(input instanceof Request ? input.url : input);
    return fetch(`${origin}/${host}${pathname}${search}`, init);
  };
}

/**
 * Who asks, in the form that public services want: name, version and how to reach whoever runs the bot.
 *
 * bls.gov refuses whoever gives no e-mail address here.
 *
 * @param contact - an e-mail address
 * @see https://www.bls.gov/bls/blsterms.htm
 */
function userAgent(version: string, contact: string): string {
  return `VegaSteward/${version} (${contact})`;
}
