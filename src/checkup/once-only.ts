import { createHttpClient } from '#adapters/http/create-http-client.ts';
import type { HttpParts, ClientPolicy } from '#adapters/http/client-policy.ts';
import type { MonitoredHttpClient } from '#ports/sources/http-client.ts';

/** The same policy, but whoever does not answer is not asked again: somebody waits for the outcome. */
export function onceOnly(policy: ClientPolicy, parts: HttpParts): MonitoredHttpClient {
  return createHttpClient({ ...policy, retries: { ...policy.retries, attempts: 1 } }, parts);
}
