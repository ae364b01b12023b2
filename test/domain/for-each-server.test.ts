import { describe, expect, it } from 'vitest';
import { SourceUnavailable } from '#domain/problem.ts';
import { forEachServer } from '#domain/for-each-server.ts';

describe('forEachServer', () => {
  it('gives every server its turn, though one of them fails, and then tells of it', async () => {
    const done: string[] = [];
    const failure = new SourceUnavailable('cboe');
    const act = async (server: string): Promise<void> => {
      if (server === '2') {
        throw failure;
      }
      done.push(server);
    };
    await expect(forEachServer(['1', '2', '3'], act)).rejects.toBe(failure);
    expect(done).toEqual(['1', '3']);
  });

  it('tells of all that failed', async () => {
    const act = (server: string): Promise<void> => Promise.reject(new Error(server));
    await expect(forEachServer(['1', '2'], act)).rejects.toMatchObject({
      errors: [new Error('1'), new Error('2')],
    });
  });

  it('stops before the next server once it is called off', async () => {
    const controller = new AbortController();
    const done: string[] = [];
    const act = async (server: string): Promise<void> => {
      done.push(server);
      controller.abort(new Error('called off'));
    };
    await expect(forEachServer(['1', '2'], act, controller.signal)).rejects.toThrow('called off');
    expect(done).toEqual(['1']);
  });
});
