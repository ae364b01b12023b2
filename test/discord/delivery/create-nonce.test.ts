import { describe, expect, it } from 'vitest';
import { createNonce } from '#discord/delivery/create-nonce.ts';

describe('createNonce', () => {
  it('gives the same alert in the same channel the same name, also in another process', () => {
    expect(createNonce('store')('key', 'channel')).toBe(createNonce('store')('key', 'channel'));
  });

  it('tells stores, alerts and channels apart', () => {
    const names = [
      createNonce('a')('key', 'channel'),
      createNonce('b')('key', 'channel'),
      createNonce('a')('other', 'channel'),
      createNonce('a')('key', 'other'),
    ];
    expect(new Set(names).size).toBe(4);
  });

  it('stays within what Discord takes', () => {
    expect(createNonce('store')('k'.repeat(500), '1'.repeat(20))).toMatch(/^[\w-]{25}$/);
  });
});
