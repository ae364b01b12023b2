import { createHttpClient } from '#adapters/http/create-http-client.ts';
import { DEFAULT_POLICY, type HttpParts, type ClientPolicy } from '#adapters/http/client-policy.ts';
import type { MonitoredHttpClient } from '#ports/sources/http-client.ts';
import { type BenchClock, createBenchClock } from '#test/support/process/bench-clock.ts';
import { LoopbackProvider } from './loopback-provider.ts';
import { createInMemorySourceLedger } from '#adapters/cache/in-memory-source-ledger.ts';

export type HttpBench = {
  readonly provider: LoopbackProvider;
  readonly clock: BenchClock;
  readonly client: MonitoredHttpClient;
  readonly parts: HttpParts;
  /** What was logged, as one text. */
  readonly logged: () => string;
};

/** A Tuesday morning in New York, 08:30 on 2024-07-02. */
export const BENCH_START = Date.UTC(2024, 6, 2, 12, 30);

/** A provider on loopback and our way to it, on a clock of its own. A timeout ends as soon as a body drips. */
export async function openHttpBench(policy: ClientPolicy, start = BENCH_START): Promise<HttpBench> {
  const provider = new LoopbackProvider();
  await provider.start();
  const clock = createBenchClock([policy.timeout, DEFAULT_POLICY.timeout], start);
  provider.whenDripping = () => clock.expireTimeouts();
  const lines: unknown[] = [];
  const write = (...line: readonly unknown[]): void => {
    lines.push(line);
  };
  const parts: HttpParts = {
    userAgent: 'VegaSteward/test (steward@example.org)',
    wallClock: clock,
    ledger: createInMemorySourceLedger(),
    chance: () => 0.5,
    log: { info: write, warn: write, error: write },
    fetch: provider.fetch,
  };
  return {
    provider,
    clock,
    client: createHttpClient(policy, parts),
    parts,
    logged: () => JSON.stringify(lines),
  };
}
