import { describe, expect, it } from 'vitest';
import { createResponseCache } from '#adapters/http/response-cache.ts';

const answer = (body: string) => ({ body, etag: '"1"' });

describe('createResponseCache', () => {
  it('drops what was used longest ago when there is no more room', () => {
    const kept = createResponseCache(10);
    kept.keep('a', answer('aaaa'));
    kept.keep('b', answer('bbbb'));
    kept.of('a');
    kept.keep('c', answer('cccc'));
    expect(['a', 'b', 'c'].filter((url) => kept.of(url))).toEqual(['a', 'c']);
  });

  it('keeps the newest answer of an address, and frees the room of the one before', () => {
    const kept = createResponseCache(10);
    kept.keep('a', answer('12345678'));
    kept.keep('a', answer('87654321'));
    kept.keep('b', answer('12'));
    expect(kept.of('a')?.body).toBe('87654321');
    expect(kept.of('b')?.body).toBe('12');
  });

  it('keeps nothing that is larger than the room, and nothing that has no name and no date', () => {
    const kept = createResponseCache(3);
    kept.keep('a', answer('1'));
    kept.keep('a', answer('1234'));
    kept.keep('b', { body: 'b' });
    expect([kept.of('a'), kept.of('b')]).toEqual([undefined, undefined]);
  });
});
