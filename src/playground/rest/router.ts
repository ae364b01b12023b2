import type { ApiObject } from '#playground/page-protocol.ts';
import type { Upload } from '#playground/world/attachments.ts';
import { ApiError } from '#playground/api-error.ts';

export type RestMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A request whose route is known and whose body was read. */
export type RestRequest = {
  readonly method: RestMethod;
  /** As asked for, below `/api/v10`, without the query. */
  readonly path: string;
  /** The route's path as Discord's OpenAPI document writes it, such as `/channels/{channel_id}/messages`. */
  readonly route: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The JSON body, or `payload_json` of a form; `undefined` without one. */
  readonly body: unknown;
  readonly uploads: readonly Upload[];
};

export type RestAnswer = { readonly status: number; readonly body?: unknown };

export type Route = {
  readonly method: RestMethod;
  readonly path: string;
  /** `bot` asks for the bot's token; `token` needs none, its path holds one. */
  readonly access: 'bot' | 'token';
  /** @throws ApiError */
  run(request: RestRequest): RestAnswer;
};

export function ok(body: unknown): RestAnswer {
  return { status: 200, body };
}

/** A route that only reads. @param read - throws ApiError */
export function readingRoute(path: string, read: (request: RestRequest) => object): Route {
  return { method: 'GET', path, access: 'bot', run: (request) => ok(read(request)) };
}

export const NO_CONTENT: RestAnswer = { status: 204 };

/** A parameter that the route's path has by its nature. */
export function parameter(request: RestRequest, name: string): string {
  return request.parameters[name] ?? '';
}

/** A body that is no object is as good as an empty one: its fields will be missed. */
export function bodyObject({ body }: RestRequest): ApiObject {
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : {};
}

export type Match = { readonly route: Route; readonly parameters: Readonly<Record<string, string>> };

/**
 * Finds the route of a path; a literal segment goes before a parameter.
 *
 * @returns a function that throws ApiError 404 for a path, 405 for a method that is not there
 */
export function createRouter(routes: readonly Route[]): (method: string, path: string) => Match {
  const patterns = routes
    .map((route) => ({ route, segments: route.path.split('/').slice(1) }))
    .toSorted((a, b) => parameterCount(a.segments) - parameterCount(b.segments));

  return (method, path) => {
    const parts = path.split('/').slice(1).map(decoded);
    const matching = patterns.filter(({ segments }) => fits(segments, parts));
    const match = matching.find(({ route }) => route.method === method);
    if (!match) {
      throw new ApiError(matching.length > 0 ? 'wrongMethod' : 'notFound');
    }
    const parameters = match.segments.flatMap((segment, index) =>
      isParameter(segment) ? [[segment.slice(1, -1), parts[index] ?? ''] as const] : [],
    );
    return { route: match.route, parameters: Object.fromEntries(parameters) };
  };
}

function isParameter(segment: string): boolean {
  return segment.startsWith('{');
}

function parameterCount(segments: readonly string[]): number {
  return segments.filter(isParameter).length;
}

/** Ids in a path are numbers; only tokens may be anything. */
function fits(segments: readonly string[], parts: readonly string[]): boolean {
  return (
    segments.length === parts.length &&
    segments.every((segment, index) => {
      const value = parts[index] ?? '';
      if (!isParameter(segment)) {
        return segment === value;
      }
      return segment.endsWith('_id}') ? /^\d{1,20}$/.test(value) : value !== '';
    })
  );
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
