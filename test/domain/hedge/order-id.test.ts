import { describe, expect, it } from 'vitest';
import { orderId, orderNumber } from '#domain/hedge/order-id.ts';

describe('orderId', () => {
  it('is another in another server, and short enough for a button', () => {
    const id = orderId('1290000000000000001', 1);
    expect(id).toMatch(/^O1-[0-9a-z]{12}$/);
    expect(orderId('1290000000000000002', 1)).not.toBe(id);
    expect(orderId('a server', 1)).toBe('O1-a server');
  });
});

describe('orderNumber', () => {
  it('leaves the server out, and older ids as they are', () => {
    expect(orderNumber('O3-9s7d0a')).toBe('O3');
    expect(orderNumber('O3')).toBe('O3');
  });
});
