import { SourceChanged, SourceUnavailable } from '#domain/problem.ts';
import type { HttpRequest, HttpResponse } from '#ports/sources/http-client.ts';
import { follow } from './follow.ts';
import { withoutSecrets } from './hide-secrets.ts';
import type { CachedResponse, ResponseCache } from './response-cache.ts';
import { retryAfter } from './retry-after.ts';
import type { ClientPolicy, HttpParts } from './client-policy.ts';

export type Failure = {
  readonly kind: 'failure';
  readonly problem: SourceUnavailable | SourceChanged;
  /** Whether the same question may succeed in a moment. */
  readonly isTransient: boolean;
  /** Milliseconds for which the provider wants to be left alone. */
  readonly retryAfter?: number;
};

/** How one attempt ended. */
export type Outcome = { readonly kind: 'answer'; readonly answer: HttpResponse } | Failure;

type Attempt = {
  readonly policy: ClientPolicy;
  readonly parts: HttpParts;
  readonly cache: ResponseCache;
};

/** The provider answered, and what it says is that it does not want to. */
class Refused extends Error {
  readonly isTransient: boolean;
  readonly retryAfter: number | undefined;
  constructor(message: string, isTransient: boolean, wait?: number) {
    super(message);
    this.isTransient = isTransient;
    this.retryAfter = wait;
  }
}

const NOT_MODIFIED = 304;
const UNAUTHORIZED = 401;
const FORBIDDEN = 403;
/** Besides every 5xx: request timeout, too early, too many requests. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429]);
const SERVER_ERROR = 500;
const CLIENT_ERROR = 400;

/** A page for people, where data should be. */
const PAGE = /^\s*<(?:!doctype\s+html|html)\b/i;

/** Asks once, and waits no longer than the policy allow for the last byte. */
export async function attempt(request: HttpRequest, signal: AbortSignal, with_: Attempt): Promise<Outcome> {
  const { policy, parts } = with_;
  const answered = new AbortController();
  const late = new AbortController();
  const deadline = parts.wallClock.wait(policy.timeout, answered.signal).then(() => {
    late.abort(new Refused(`no whole answer within ${policy.timeout / 1_000} s`, true));
  });
  try {
    const answer = await sendRequest(request, AbortSignal.any([signal, late.signal]), with_);
    return { kind: 'answer', answer };
  } catch (error) {
    return failure(late.signal.aborted ? late.signal.reason : error, policy);
  } finally {
    answered.abort();
    await deadline;
  }
}

async function sendRequest(
  request: HttpRequest,
  signal: AbortSignal,
  attempted: Attempt,
): Promise<HttpResponse> {
  const { policy, parts, cache } = attempted;
  const askedAt = parts.wallClock.now();
  const mayCache = request.method !== 'POST';
  const before = mayCache ? cache.get(request.url) : undefined;
  const init = { ...initOf(request, parts.userAgent, before), signal };
  const response = await follow(request.url, init, {
    source: policy.source,
    hosts: policy.hosts,
    fetch: parts.fetch ?? fetch,
  });
  if (response.status === NOT_MODIFIED && before) {
    return { body: before.body, askedAt, ...dated(before.modifiedAt), isUnchanged: true };
  }
  const fresh = cacheable(response, await bodyOf(response, request, policy, askedAt));
  if (mayCache) {
    cache.set(request.url, fresh);
  }
  return { body: fresh.body, askedAt, ...dated(fresh.modifiedAt), isUnchanged: false };
}

async function bodyOf(
  response: Response,
  request: HttpRequest,
  { source, largest }: ClientPolicy,
  now: number,
): Promise<string> {
  if (!response.ok) {
    await response.body?.cancel();
    throw refusal(response, source, now);
  }
  const body = await readBody(response, source, request.largest ?? largest);
  if (PAGE.test(body)) {
    throw new SourceChanged(source, 'it sends a page for people where data should be');
  }
  if (request.isWhole?.(body) === false) {
    throw new Refused('its answer was cut off', true);
  }
  return body;
}

function initOf(request: HttpRequest, userAgent: string, before: CachedResponse | undefined): RequestInit {
  const { method = 'GET', headers, body } = request;
  return {
    method,
    headers: {
      'user-agent': userAgent,
      ...headers,
      ...(before?.etag !== undefined && { 'if-none-match': before.etag }),
      ...(before?.lastModified !== undefined && { 'if-modified-since': before.lastModified }),
    },
    ...(body !== undefined && { body }),
  };
}

function refusal(response: Response, source: string, now: number): Error {
  const { status } = response;
  const message = `HTTP ${status}`;
  if (status >= SERVER_ERROR || PASSING.has(status)) {
    return new Refused(message, true, retryAfter(response.headers.get('retry-after'), now));
  }
  const isForbidden = status === UNAUTHORIZED || status === FORBIDDEN;
  return isForbidden || status < CLIENT_ERROR
    ? new Refused(message, false)
    : new SourceChanged(source, message);
}

function cacheable({ headers }: Response, body: string): CachedResponse {
  const etag = headers.get('etag');
  const lastModified = headers.get('last-modified');
  const modifiedAt = lastModified === null ? Number.NaN : Date.parse(lastModified);
  return {
    body,
    ...(etag !== null && { etag }),
    ...(lastModified !== null && { lastModified }),
    ...(!Number.isNaN(modifiedAt) && { modifiedAt }),
  };
}

function dated(modifiedAt: number | undefined): Pick<HttpResponse, 'modifiedAt'> {
  return modifiedAt === undefined ? {} : { modifiedAt };
}

function failure(error: unknown, { source, secrets }: ClientPolicy): Outcome {
  if (error instanceof SourceChanged) {
    return { kind: 'failure', problem: error, isTransient: false };
  }
  const problem = new SourceUnavailable(source, { cause: withoutSecrets(error, secrets) });
  if (!(error instanceof Refused)) {
    return { kind: 'failure', problem, isTransient: true };
  }
  const { isTransient, retryAfter: wait } = error;
  return { kind: 'failure', problem, isTransient, ...(wait !== undefined && { retryAfter: wait }) };
}

/**
 * A whole body, read as UTF-8 and refused as soon as it is longer than it may be.
 *
 * @param largest - bytes, unpacked
 * @throws SourceChanged if it is longer
 */
async function readBody(response: Response, source: string, largest: number): Promise<string> {
  const announced = Number(response.headers.get('content-length'));
  if (announced > largest) {
    await response.body?.cancel();
    throw tooLong(source, largest);
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early cancels the stream, and with it the download.
  const stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array> = response.body ?? [];
  for await (const chunk of stream) {
    length += chunk.byteLength;
    if (length > largest) {
      throw tooLong(source, largest);
    }
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function tooLong(source: string, largest: number): SourceChanged {
  return new SourceChanged(source, `its answer is longer than ${largest} bytes`);
}
