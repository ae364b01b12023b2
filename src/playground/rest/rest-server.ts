import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError } from '#playground/api-error.ts';
import type { ExchangeLog } from '#playground/exchange-log.ts';
import type { Fault, FaultSwitch } from '#playground/faults.ts';
import type { Timers } from '#playground/timers.ts';
import { readBody } from './read-body.ts';
import type { Granted } from './rate-limits.ts';
import { createRouter, type RestAnswer, type RestMethod, type RestRequest, type Route } from './router.ts';

export const API_PREFIX = '/api';
const VERSION = 'v10';
const METHODS: readonly RestMethod[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

export type RestParts = {
  readonly routes: readonly Route[];
  readonly botToken: string;
  readonly now: () => number;
  readonly timers: Timers;
  readonly rateLimit: (request: RestRequest) => Granted;
  readonly faults: FaultSwitch;
  readonly log: ExchangeLog;
};

type Outcome = RestAnswer & {
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the socket closes instead. */
  readonly isHungUp?: boolean;
};

/** Serves `/api/v10/…` as Discord does. */
export function createRestServer(
  parts: RestParts,
): (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> {
  const match = createRouter(parts.routes);

  return async (request, response, url) => {
    let known: RestRequest | undefined;
    let route: Route | undefined;
    const path = url.pathname.replace(/^\/api(\/v\d+)?/, '');
    const outcome = await answering(async () => {
      if (!url.pathname.startsWith(`${API_PREFIX}/${VERSION}/`)) {
        throw new ApiError('invalidVersion');
      }
      const matched = match(request.method ?? '', path);
      ({ route } = matched);
      const { body, uploads } = await readBody(request);
      known = {
        method: METHODS.find((method) => method === request.method) ?? 'GET',
        path,
        route: route.path,
        parameters: matched.parameters,
        query: url.searchParams,
        body,
        uploads,
      };
      return serve(parts, route, known, request.headers.authorization);
    });
    logExchange(parts, { known, request, url, path, route }, outcome);
    send(response, outcome);
  };
}

async function serve(
  parts: RestParts,
  route: Route,
  request: RestRequest,
  authorization: string | undefined,
): Promise<Outcome> {
  await parts.faults.tell('arrived', request);
  const fault = parts.faults.next(request);
  if (fault?.kind === 'delay') {
    await new Promise<void>((resolve) => {
      parts.timers.after(fault.milliseconds, resolve);
    });
  }
  const early = fault && beforehand(fault);
  if (early) {
    return early;
  }
  if (route.access === 'bot' && authorization !== `Bot ${parts.botToken}`) {
    throw new ApiError('unauthorized');
  }
  const { isAllowed, retryAfter, headers } = parts.rateLimit(request);
  if (!isAllowed) {
    return tooMany(retryAfter, false, headers);
  }
  const outcome = await answering(() => route.run(request));
  await parts.faults.tell('stored', request);
  return { ...outcome, headers, ...(fault && afterwards(fault)) };
}

async function answering(run: () => RestAnswer | Promise<Outcome>): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof ApiError) {
      return { status: error.status, body: error.body() };
    }
    throw error;
  }
}

function beforehand(fault: Fault): Outcome | undefined {
  switch (fault.kind) {
    case 'fail':
      return { status: fault.status, body: { code: 0, message: `${fault.status}: Server Error` } };
    case 'refuse-connection':
      return { status: 0, isHungUp: true };
    case 'rate-limit':
      return tooMany(fault.retryAfterSeconds, fault.isGlobal === true, {});
    default:
      return undefined;
  }
}

function afterwards(fault: Fault): Partial<Outcome> {
  switch (fault.kind) {
    case 'lose-answer':
      return { status: 502, body: { code: 0, message: '502: Bad Gateway' }, headers: {} };
    case 'hang-up':
      return { isHungUp: true };
    default:
      return {};
  }
}

/** @param seconds - until the next request is allowed */
function tooMany(seconds: number, isGlobal: boolean, headers: Readonly<Record<string, string>>): Outcome {
  return {
    status: 429,
    body: { message: 'You are being rate limited.', code: 0, retry_after: seconds, global: isGlobal },
    headers: {
      ...headers,
      'Retry-After': String(seconds),
      'X-RateLimit-Scope': isGlobal ? 'global' : 'user',
      ...(isGlobal && { 'X-RateLimit-Global': 'true' }),
    },
  };
}

function send(response: ServerResponse, { status, body, headers, isHungUp }: Outcome): void {
  if (isHungUp) {
    response.destroy();
    return;
  }
  response.writeHead(status, {
    ...headers,
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
  });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function logExchange(
  parts: RestParts,
  exchange: {
    readonly known: RestRequest | undefined;
    readonly request: IncomingMessage;
    readonly url: URL;
    readonly path: string;
    readonly route: Route | undefined;
  },
  outcome: Outcome,
): void {
  const { known, request, url, path, route } = exchange;
  parts.log.add({
    kind: 'rest',
    at: parts.now(),
    method: request.method ?? '',
    path,
    ...(route && { route: route.path }),
    query: Object.fromEntries(url.searchParams),
    isMultipart: (request.headers['content-type'] ?? '').startsWith('multipart/'),
    body: known?.body,
    files: (known?.uploads ?? []).map(({ name, contentType, bytes }) => ({
      name,
      contentType,
      size: bytes.length,
    })),
    status: outcome.status,
    answer: outcome.body,
    answerHeaders: outcome.headers ?? {},
    isLost: outcome.isHungUp === true,
  });
}
