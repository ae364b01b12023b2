import { describe, expect, it } from 'vitest';
import { cachedRequest } from '#adapters/cache/cached-request.ts';

const signal = new AbortController().signal;

/** Whoever is asked counts along; the clock stands where the test puts it. */
function counted(lifetime: number) {
  const clock = { at: 0, now: () => clock.at };
  const asked: string[] = [];
  const ask = cachedRequest(clock, lifetime, (key: string) => {
    asked.push(key);
    return Promise.resolve(`${key} ${asked.length}`);
  });
  return { ask, asked, clock };
}

describe('cachedRequest', () => {
  it('asks once for all who want the same, at once or a little later', async () => {
    const { ask, asked, clock } = counted(1000);
    expect(await Promise.all([ask('RUT', signal), ask('RUT', signal)])).toEqual(['RUT 1', 'RUT 1']);
    clock.at = 999;
    expect(await ask('RUT', signal)).toBe('RUT 1');
    expect(asked).toEqual(['RUT']);
  });

  it('asks again when the while is over, and for what is not the same', async () => {
    const { ask, clock } = counted(1000);
    await ask('RUT', signal);
    expect(await ask('SPX', signal)).toBe('SPX 2');
    clock.at = 1000;
    expect(await ask('RUT', signal)).toBe('RUT 3');
  });

  it('keeps no failure', async () => {
    let calls = 0;
    const ask = cachedRequest({ now: () => 0 }, 1000, () => {
      calls += 1;
      return calls === 1 ? Promise.reject(new Error('down')) : Promise.resolve('up');
    });
    await expect(ask('RUT', signal)).rejects.toThrow('down');
    expect(await ask('RUT', signal)).toBe('up');
  });

  it('lets all who wait hear of a failure, and asks nobody a second time for it', async () => {
    let calls = 0;
    const ask = cachedRequest({ now: () => 0 }, 1000, () => {
      calls += 1;
      return Promise.reject(new Error('down'));
    });
    const both = await Promise.allSettled([ask('RUT', signal), ask('RUT', signal)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(calls).toBe(1);
  });

  it('asks again for somebody who waited for one that gave up', async () => {
    const leaving = new AbortController();
    const ask = cachedRequest({ now: () => 0 }, 1000, (_: string, theirs) =>
      theirs === leaving.signal
        ? new Promise<string>((_resolve, reject) => {
            theirs.addEventListener('abort', () => reject(new Error('gave up')));
          })
        : Promise.resolve('mine'),
    );
    const first = ask('RUT', leaving.signal);
    const second = ask('RUT', signal);
    leaving.abort();
    await expect(first).rejects.toThrow('gave up');
    expect(await second).toBe('mine');
  });
});
