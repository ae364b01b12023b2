import { MINUTE } from '#domain/duration.ts';
import type { SourceBudget } from '#domain/health/source-state.ts';
import type { WallClock } from '#ports/clock.ts';
import type { Log } from '#ports/log.ts';
import type { SourceLedger } from '#ports/ledger/source-ledger.ts';

/** How one provider is asked. Lengths are milliseconds. */
export type ClientPolicy = {
  /** Short name for logs, budgets and people, such as `bls`. */
  readonly source: string;
  /** Hosts that may answer, redirects included. All https, but for a loopback host, which is given with its port. */
  readonly hosts: readonly string[];
  /** Bytes that an answer may have, unpacked. */
  readonly largest: number;
  /** How long one attempt may take, from the question to the last byte. */
  readonly timeout: number;
  readonly retries: {
    /** At least 1: the first one counts. Each is a request that the budget pays. */
    readonly attempts: number;
    /** The longest pause after the first failure; it doubles with each further one. */
    readonly firstPause: number;
    /** No pause is longer. A provider that asks for a longer one is left alone for that time. */
    readonly longestPause: number;
  };
  readonly budget: SourceBudget;
  readonly breaker: {
    /** Failed questions in a row after which the provider is left alone. */
    readonly failures: number;
    /** How long it is left alone before one question tries it again. */
    readonly rest: number;
  };
  /** Keys and tokens in the requests; they are taken out of every error and line of the log. */
  readonly secrets: readonly string[];
};

/** What every client of a provider shares. */
export type HttpParts = {
  /** Says who asks and how to reach them: see `userAgent`. */
  readonly userAgent: string;
  readonly wallClock: WallClock;
  readonly ledger: SourceLedger;
  /** A number in [0, 1), another one each time: spreads retries. */
  readonly chance: () => number;
  readonly log: Log;
  /** Attempts at most, whatever a policy says; for whoever waits for the outcome. */
  readonly mostAttempts?: number;
  /** The built-in `fetch`, unless told. */
  readonly fetch?: typeof fetch;
};

/** Limits that suit a provider who says nothing about them. */
export const DEFAULT_POLICY = {
  largest: 8 * 1024 * 1024,
  timeout: 20_000,
  retries: { attempts: 3, firstPause: 1_000, longestPause: 15_000 },
  budget: {},
  breaker: { failures: 5, rest: 5 * MINUTE },
  secrets: [],
} as const satisfies Omit<ClientPolicy, 'source' | 'hosts'>;
