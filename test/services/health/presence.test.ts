import { describe, expect, it, onTestFinished } from 'vitest';
import { thresholds } from '#config/thresholds.ts';
import { openStore } from '#adapters/store/open-store.ts';
import { bindHealth, bindPurge } from '#services/health/index.ts';
import { withoutDeparted } from '#services/health/presence.ts';
import { createBenchClock } from '#test/support/process/bench-clock.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

const [HERE, GONE] = ['100000000000000001', '100000000000000002'];
const DAY = 86_400_000;
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function setUp() {
  const store = await openStore(await temporaryFolder(), thresholds);
  onTestFinished(() => store.close());
  const wallClock = createBenchClock([], 1_000);
  const settings = withoutDeparted(store.settings, store.ledger);
  const parts = {
    ledger: store.ledger,
    settings,
    wallClock,
    log,
    releases: { releases: async () => [] },
    access: { missing: async () => [] },
    marketClock: wallClock,
    about: { mode: 'live', version: '', sources: 'off', startedAt: 0 },
  } as const;
  for (const server of [HERE, GONE]) {
    const values = [{ key: 'alerts.channel', text: '1290000000000000031' }] as const;
    await store.settings.change(server, { by: '1', at: 1, values });
  }
  const change = async (server: string): Promise<number> => (await store.settings.read(server)).version;
  return {
    ...bindHealth(parts),
    forget: bindPurge(parts).purgeServers,
    wallClock,
    servers: () => settings.servers(),
    version: change,
  };
}

describe('a server that the bot was removed from', () => {
  it('is not evaluated or told anything any more, at once', async () => {
    const { serverLeft, servers } = await setUp();
    await serverLeft(GONE);
    expect(await servers()).toEqual([HERE]);
  });

  it('finds its settings as they were when it invites the bot again within 30 days', async () => {
    const { serverLeft, serverJoined, servers, forget, wallClock, version } = await setUp();
    await serverLeft(GONE);
    wallClock.pass(30 * DAY - 1);
    await forget();
    await serverJoined(GONE);
    wallClock.pass(30 * DAY);
    await forget();
    expect(await servers()).toEqual([HERE, GONE]);
    expect(await version(GONE)).toBe(1);
  });

  it('is forgotten after 30 days, and nobody else is', async () => {
    const { serverLeft, servers, forget, wallClock, version } = await setUp();
    await serverLeft(GONE);
    wallClock.pass(30 * DAY);
    await forget();
    await forget();
    expect([await version(GONE), await version(HERE)]).toEqual([0, 1]);
    expect(await servers()).toEqual([HERE]);
  });

  it('is noticed at the start when it happened while the bot was down, from the first time on', async () => {
    const { serversSeen, servers, forget, wallClock, version } = await setUp();
    await serversSeen([HERE]);
    expect(await servers()).toEqual([HERE]);
    wallClock.pass(15 * DAY);
    await serversSeen([HERE]);
    wallClock.pass(15 * DAY);
    await forget();
    expect(await version(GONE)).toBe(0);
    await serversSeen([HERE, GONE]);
    expect(await version(HERE)).toBe(1);
  });
});
