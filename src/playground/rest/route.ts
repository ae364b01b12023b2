import type { ApiObject } from '#playground/page-protocol.ts';
import type { Upload } from '#playground/world/upload.ts';

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
