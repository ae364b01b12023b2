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
  of(url: string): CachedResponse | undefined;
  /** Keeps one that can be asked about again; lets any other be. */
  keep(url: string, answer: CachedResponse): void;
}

/** @param room - characters of all bodies together; the answer that was used longest ago goes first */
export function createResponseCache(room: number): ResponseCache {
  const kept = new Map<string, CachedResponse>();
  let used = 0;

  function drop(url: string): void {
    used -= kept.get(url)?.body.length ?? 0;
    kept.delete(url);
  }

  return {
    of(url) {
      const answer = kept.get(url);
      if (answer) {
        kept.delete(url);
        kept.set(url, answer);
      }
      return answer;
    },

    keep(url, answer) {
      drop(url);
      const isNamed = answer.etag !== undefined || answer.lastModified !== undefined;
      if (!isNamed || answer.body.length > room) {
        return;
      }
      kept.set(url, answer);
      used += answer.body.length;
      for (const oldest of kept.keys()) {
        if (used <= room) {
          break;
        }
        drop(oldest);
      }
    },
  };
}
