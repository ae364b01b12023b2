import type { Env } from '#config/env.ts';
import { exchangeFacts } from '#config/exchange-facts.ts';
import type { HttpParts } from '#adapters/http/client-policy.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { type CheckupParts, takeCheckup } from '#checkup/take-checkup.ts';
import type { Checkup } from '#domain/health/checkup.ts';
import { openProviders, providerKeys, providerProbes } from './providers.ts';

type Parts = Pick<CheckupParts, 'charts' | 'store' | 'releasesEndAt' | 'tell'> & {
  readonly env: Env;
  readonly http: HttpParts;
};

/**
 * A checkup of this process's machine and of every source that the environment allows, asked as the bot asks it. Only
 * who does not answer is not asked again: somebody waits for the outcome.
 */
export function checkup({ env, http, ...parts }: Parts): Promise<Checkup> {
  const calendar = exchangeCalendar(exchangeFacts);
  const providers = openProviders({
    http: { ...http, mostAttempts: 1 },
    calendar,
    keys: providerKeys(env),
  });
  return takeCheckup(
    {
      ...parts,
      probes: providerProbes(providers),
      time: http,
      nodeVersion: process.versions.node,
      dataFolder: env.DATA_DIR,
      hasToken: env.DISCORD_TOKEN !== undefined,
      hasContact: !env.CONTACT_EMAIL.endsWith('.invalid'),
      sessionsUntil: exchangeFacts.until,
      monotonicNow: () => performance.now(),
    },
    new AbortController().signal,
  );
}
