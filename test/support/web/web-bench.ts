import { createWeb } from '#adapters/http/create-web.ts';
import { USUAL_TERMS, type WebParts, type WebTerms } from '#adapters/http/web-terms.ts';
import type { WatchedWeb } from '#ports/sources/web.ts';
import { type BenchClock, createBenchClock } from '#test/support/process/bench-clock.ts';
import { LoopbackProvider } from './loopback-provider.ts';
import { createPassingSourceLedger } from '#adapters/cache/passing-source-ledger.ts';

export type WebBench = {
  readonly provider: LoopbackProvider;
  readonly clock: BenchClock;
  readonly web: WatchedWeb;
  readonly parts: WebParts;
  /** What was logged, as one text. */
  readonly logged: () => string;
};

/** A Tuesday morning in New York, 08:30 on 2024-07-02. */
export const BENCH_START = Date.UTC(2024, 6, 2, 12, 30);

/** A provider on loopback and our way to it, on a clock of its own. Patience ends as soon as a body drips. */
export async function openWebBench(terms: WebTerms, start = BENCH_START): Promise<WebBench> {
  const provider = new LoopbackProvider();
  await provider.start();
  const clock = createBenchClock([terms.patience, USUAL_TERMS.patience], start);
  provider.whenDripping = () => clock.losePatience();
  const lines: unknown[] = [];
  const write = (...line: readonly unknown[]): void => {
    lines.push(line);
  };
  const parts: WebParts = {
    userAgent: 'VegaSteward/test (steward@example.org)',
    wallClock: clock,
    ledger: createPassingSourceLedger(),
    chance: () => 0.5,
    log: { info: write, warn: write, error: write },
    fetch: provider.fetch,
  };
  return { provider, clock, web: createWeb(terms, parts), parts, logged: () => JSON.stringify(lines) };
}
