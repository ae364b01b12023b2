import { newYorkDay } from '#calendar/new-york.ts';
import { DAY } from '#domain/duration.ts';
import type { SourceHealth } from '#domain/health/source-state.ts';
import type { MonitoredHttpClient } from '#ports/sources/http-client.ts';
import type { Bound } from '#services/bind.ts';
import type { alertDegraded } from './alert-servers.ts';

type SilenceDeps = {
  /** Every provider's HTTP client; absent where nobody outside is asked. */
  readonly httpClients?: readonly Pick<MonitoredHttpClient, 'health'>[];
  readonly alertDegraded: Bound<typeof alertDegraded>;
  readonly about: { readonly startedAt: number };
};

/** Tells every server, once a day, of sources that have not answered for one. */
export async function alertSilentSources(
  { httpClients = [], alertDegraded: alert, about }: SilenceDeps,
  now: number,
): Promise<void> {
  const healths = await Promise.all(httpClients.map((client) => client.health()));
  const sources = healths
    .filter((health) => isSilent(health, now, about.startedAt))
    .map(({ source, lastSuccessAt: since, lastFailure }) => ({
      source,
      ...(since !== undefined && { since }),
      words: lastFailure?.words ?? '',
    }));
  if (sources.length > 0) {
    await alert(`sources.${newYorkDay(now)}`, { about: 'silent', sources }, now);
  }
}

/** Failed when it was last asked, lately, and has not answered for a day. One that is asked seldom is not silent by that. */
function isSilent({ lastFailure, lastSuccessAt = 0 }: SourceHealth, now: number, startedAt: number): boolean {
  const isFailing = lastFailure !== undefined && lastFailure.at > lastSuccessAt;
  return isFailing && now - lastFailure.at <= DAY && now - Math.max(lastSuccessAt, startedAt) >= DAY;
}
