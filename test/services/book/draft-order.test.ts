import { describe, expect, it, vi } from 'vitest';
import { draftOrder } from '#services/book/draft-order.ts';
import { openOrderDesk, SERVER } from '#test/support/book/order-desk.ts';

const signal = new AbortController().signal;
const NOW = Date.UTC(2026, 10, 30, 21, 15);
const STEP = { asked: 0.7, direction: 'up', now: NOW } as const;

describe('draftOrder', () => {
  it('opens unpriced where prices fail, and names more of what is held', async () => {
    const { deps, parts } = await openOrderDesk(undefined);
    const { settings } = await parts.settings.read(SERVER);
    const error = vi.fn<(...words: unknown[]) => void>();
    const readHoldings = () => Promise.reject(new Error('a mark is wrong'));
    const opening = await draftOrder(
      { ...deps, readHoldings, log: { error } },
      SERVER,
      { settings, step: STEP },
      signal,
    );
    expect(opening).toMatchObject({
      kind: 'opens',
      order: {
        scale: { kind: 'contracts', held: 8 },
        plans: [
          {
            style: 'delta',
            tickets: [{ quantity: 1, strike: 22, each: 0.075 }],
            calls: [{ fellBackTo: 'held' }],
          },
        ],
      },
    });
    expect(error).toHaveBeenCalledExactlyOnceWith('order opened without prices', expect.any(Error), {
      server: SERVER,
    });
  });

  it('opens nothing where the book cannot be read, and keeps the step from nothing', async () => {
    const { deps, parts } = await openOrderDesk(undefined);
    const { settings } = await parts.settings.read(SERVER);
    const error = vi.fn<(...words: unknown[]) => void>();
    const ledger = { ...deps.ledger, orderRecord: () => Promise.reject(new Error('damaged')) };
    const opening = await draftOrder(
      { ...deps, ledger, log: { error }, readHoldings: () => Promise.reject(new Error('not read')) },
      SERVER,
      { settings, step: STEP },
      signal,
    );
    expect(opening).toEqual({ kind: 'none', reason: 'no-book' });
    expect(error).toHaveBeenCalledExactlyOnceWith('no order could be opened', expect.any(Error), {
      server: SERVER,
    });
  });
});
