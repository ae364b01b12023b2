import { describe, expect, it } from 'vitest';
import { withTimeout } from '#domain/with-timeout.ts';

const never = new Promise<never>(() => undefined);

describe('withTimeout', () => {
  it('gives what the work answers, and throws what it throws', async () => {
    const { signal } = new AbortController();
    await expect(withTimeout(Promise.resolve(7), signal)).resolves.toBe(7);
    await expect(withTimeout(Promise.reject(new RangeError('odd')), signal)).rejects.toThrow('odd');
  });

  it('waits no longer than the signal, and says why in the words of whoever asked', async () => {
    const late = new AbortController();
    const waiting = withTimeout(never, late.signal, () => new RangeError('no answer within 15 s'));
    late.abort();
    await expect(waiting).rejects.toThrow('no answer within 15 s');
    await expect(withTimeout(never, AbortSignal.abort(new Error('over')))).rejects.toThrow('over');
  });
});
