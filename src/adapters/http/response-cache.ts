import { LRUCache } from 'lru-cache';

/** A whole answer that the provider has a name or a date for. */
export type CachedResponse = {
  readonly body: string;
  readonly etag?: string;
  readonly lastModified?: string;
  /** Epoch milliseconds (UTC) as the provider dates it. */
  readonly modifiedAt?: number;
};

/** Answers to ask about again with "has it changed since?". */
export interface ResponseCache {
  get(url: string): CachedResponse | undefined;
  /** Stores one that can be asked about again; lets any other be. */
  set(url: string, response: CachedResponse): void;
}

/** @param room - characters of all bodies together; the answer that was used longest ago goes first */
export function createResponseCache(room: number): ResponseCache {
  const responses = new LRUCache<string, CachedResponse>({
    maxSize: room,
    sizeCalculation: ({ body }) => Math.max(1, body.length),
  });
  return {
    get: (url) => responses.get(url),

    set(url, response) {
      if (response.etag === undefined && response.lastModified === undefined) {
        responses.delete(url);
      } else {
        responses.set(url, response);
      }
    },
  };
}
