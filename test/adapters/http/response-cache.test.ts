import { describe, expect, it } from 'vitest';
import { createResponseCache } from '#adapters/http/response-cache.ts';

const answer = (body: string) => ({ body, etag: '"1"' });

describe('createResponseCache', () => {
  it('drops what was used longest ago when there is no more room', () => {
    const cache = createResponseCache(10);
    cache.set('a', answer('aaaa'));
    cache.set('b', answer('bbbb'));
    cache.get('a');
    cache.set('c', answer('cccc'));
    expect(['a', 'b', 'c'].filter((url) => cache.get(url))).toEqual(['a', 'c']);
  });

  it('keeps the newest answer of an address, and frees the room of the one before', () => {
    const cache = createResponseCache(10);
    cache.set('a', answer('12345678'));
    cache.set('a', answer('87654321'));
    cache.set('b', answer('12'));
    expect(cache.get('a')?.body).toBe('87654321');
    expect(cache.get('b')?.body).toBe('12');
  });

  it('keeps nothing that is larger than the room, and nothing that has no name and no date', () => {
    const cache = createResponseCache(3);
    cache.set('a', answer('1'));
    cache.set('a', answer('1234'));
    cache.set('b', { body: 'b' });
    expect([cache.get('a'), cache.get('b')]).toEqual([undefined, undefined]);
  });
});
