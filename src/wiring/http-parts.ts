import type { Env } from '#config/env.ts';
import type { HttpParts } from '#adapters/http/client-policy.ts';
import { detour } from '#adapters/http/detour.ts';
import { userAgent } from '#adapters/http/user-agent.ts';
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
