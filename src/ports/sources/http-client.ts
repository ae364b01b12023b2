import type { SourceChanged } from '#domain/problem.ts';
import type { SourceHealth } from '#domain/health/source-state.ts';

/** What is asked of a provider. */
export type HttpRequest = {
  /** Absolute, https. Secrets in it never reach a log or an error. */
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Bytes that an answer may have; what is longer is refused while it is read. */
  readonly largest?: number;
  /** Whether a body has its end. One that has not is asked for again, and never kept. */
  readonly isWhole?: (body: string) => boolean;
};

export type HttpResponse = {
  readonly body: string;
  /** Epoch milliseconds (UTC), wall clock: when it was asked for. */
  readonly askedAt: number;
  /** Epoch milliseconds (UTC) as the provider dates the body; absent where it does not. */
  readonly modifiedAt?: number;
  /** Whether the provider said that the body is the one given before. */
  readonly isUnchanged: boolean;
};

/** One provider's HTTP client: its hosts, budget, timeout and retries are settled where it is made. */
export interface HttpClient {
  /** Short name for logs, budgets and people, such as `bls`. */
  readonly source: string;

  /**
   * @returns a whole body of a successful answer
   * @throws SourceUnavailable (no answer, refused, over budget, resting after failures: try later) or SourceChanged
   *   (another host, a body that is too long, or a page where data should be: trying again will not help); the
   *   signal's reason once it is aborted
   */
  ask(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse>;
}

/** An HTTP client that also tells how it fares. */
export interface MonitoredHttpClient extends HttpClient {
  /** How the provider has served us, over restarts too. Asks nobody. */
  health(): Promise<SourceHealth>;

  /** Notes that an answer could not be read. What was thrown here is noted already. */
  noteChanged(problem: SourceChanged): Promise<void>;
}
