import { describe, expect, it } from 'vitest';
import { serverJoined, serverLeft, serversSeen, withoutDeparted } from '#services/health/presence.ts';
import { purgeServers } from '#services/health/purge-servers.ts';
import { deliveryOf } from '#test/support/ledger/ledger-entries.ts';
import { openLedger } from '#test/support/ledger/open-ledger.ts';

const DAY = 86_400_000;
const LEFT = Date.parse('2026-12-01T17:00:00Z');

/** A ledger, settings of some servers, and what was removed and logged of them. */
async function setUp(servers: readonly string[] = ['1', '2']) {
  const ledger = await openLedger();
  const removed: string[] = [];
  const logged: unknown[] = [];
  const clock = { now: LEFT };
  const failing = new Set<string>();
  const deps = {
    ledger,
    settings: {
      servers: async () => servers,
      async remove(server: string) {
        if (failing.has(server)) {
          throw new Error(`settings of ${server} are locked`);
        }
        removed.push(server);
      },
    },
    wallClock: { now: () => clock.now },
    log: { info: (words: string, facts?: object) => void logged.push([words, facts]) },
  };
  const gone = async () => (await ledger.departures()).map(({ server }) => server);
  return { deps, ledger, removed, logged, clock, failing, gone };
}

describe('purgeServers', () => {
  it('keeps everything for 30 days after the bot was removed, to the millisecond', async () => {
    const { deps, removed, clock, gone } = await setUp();
    await serverLeft(deps, '1');
    clock.now = LEFT + 30 * DAY - 1;
    await purgeServers(deps);
    expect([removed, await gone()]).toEqual([[], ['1']]);
    clock.now = LEFT + 30 * DAY;
    await purgeServers(deps);
    expect([removed, await gone()]).toEqual([['1'], []]);
  });

  it('forgets once what it is asked twice', async () => {
    const { deps, removed, clock, logged } = await setUp();
    await serverLeft(deps, '1');
    clock.now += 30 * DAY;
    await purgeServers(deps);
    await purgeServers(deps);
    expect(removed).toEqual(['1']);
    expect(logged).toEqual([
      ['removed from a server', { server: '1' }],
      ['forgot a server', { server: '1', goneSince: LEFT }],
    ]);
  });

  it('goes on where it was when it failed halfway: the note that a server is gone goes last', async () => {
    const { deps, removed, clock, failing, gone } = await setUp();
    await serverLeft(deps, '1');
    clock.now += 30 * DAY;
    failing.add('1');
    await expect(purgeServers(deps)).rejects.toThrow('locked');
    expect(await gone()).toEqual(['1']);
    failing.clear();
    await purgeServers(deps);
    expect([removed, await gone()]).toEqual([['1'], []]);
  });

  it('counts the 30 days from the first time that the bot was seen to be gone', async () => {
    const { deps, removed, clock } = await setUp();
    await serverLeft(deps, '1');
    clock.now += 29 * DAY;
    await serverLeft(deps, '1');
    clock.now += DAY;
    await purgeServers(deps);
    expect(removed).toEqual(['1']);
  });

  it('counts them anew after the bot was invited again', async () => {
    const { deps, removed, clock } = await setUp();
    await serverLeft(deps, '1');
    await serverJoined(deps, '1');
    clock.now += 29 * DAY;
    await serverLeft(deps, '1');
    clock.now += DAY;
    await purgeServers(deps);
    expect(removed).toEqual([]);
  });

  it('leaves every server alone that the bot is on', async () => {
    const { deps, removed, clock } = await setUp();
    clock.now += 365 * DAY;
    await purgeServers(deps);
    expect(removed).toEqual([]);
  });
});

describe('serversSeen', () => {
  it('notes as gone whoever is set up and was not seen, and nobody else', async () => {
    const { deps, gone } = await setUp(['1', '2', '3']);
    await serversSeen(deps, ['2', '4']);
    expect((await gone()).toSorted()).toEqual(['1', '3']);
  });

  it('takes whoever is seen again as never gone', async () => {
    const { deps, gone } = await setUp(['1']);
    await serverLeft(deps, '1');
    await serversSeen(deps, ['1']);
    expect(await gone()).toEqual([]);
  });
});

describe('a server that the bot was removed from', () => {
  it('gets no message any more that had not left', async () => {
    const { deps, ledger } = await setUp();
    await ledger.planDeliveries([deliveryOf('a', '1'), deliveryOf('a', '2')]);
    await serverLeft(deps, '1');
    expect((await ledger.deliveries('1', 5))[0]?.delivery).toEqual({
      state: 'dropped',
      at: LEFT,
      reason: 'the bot was removed from the server',
    });
    expect((await ledger.deliveries('2', 5))[0]?.delivery.state).toBe('due');
  });

  it('is left out of those that are told, and read and changed as before', async () => {
    const { deps, ledger } = await setUp();
    await serverLeft(deps, '1');
    const asked: unknown[] = [];
    const store = withoutDeparted(
      {
        servers: async () => ['1', '2'],
        read: (server) => Promise.reject(new Error(`read ${server}`)),
        change: (server, { by }) => Promise.reject(new Error(`change ${server} by ${by}`)),
        remove: async (server) => void asked.push(server),
      },
      ledger,
    );
    expect(await store.servers()).toEqual(['2']);
    await expect(store.read('1')).rejects.toThrow('read 1');
    await expect(store.change('1', { by: 'ann', at: 0, values: [] })).rejects.toThrow('change 1 by ann');
    await store.remove('1');
    expect(asked).toEqual(['1']);
  });
});
