import { FIRST_WATCH, type GatewaySight, look, whyStuck } from '#discord/connection/watch-gateway.ts';
import type { WallClock } from '#ports/clock.ts';
import { startDiscord } from '#test/playground/logged-in.ts';
import { someServices } from '#test/support/discord/fake-services.ts';
import { aBot } from '#test/support/discord/local-discord.ts';
import { describe, expect, it, vi } from 'vitest';

const LOOK = 10_000;
const THREE_HEARTBEATS = 123_750;
const FIVE_MINUTES = 300_000;

/** Why it is stuck after so many looks that all see the same. */
function after(milliseconds: number, sight: (at: number) => GatewaySight): string | undefined {
  let watch = FIRST_WATCH;
  for (let at = 0; at <= milliseconds; at += LOOK) {
    watch = look(watch, sight(at), LOOK);
  }
  return whyStuck(watch);
}

describe('the watch over the gateway', () => {
  it('calls a connection stuck that is open and says nothing for three heartbeats', () => {
    const silent = (): GatewaySight => ({ signs: 'same', isReady: true });
    expect(after(THREE_HEARTBEATS - LOOK, silent)).toBeUndefined();
    expect(after(THREE_HEARTBEATS + LOOK, silent)).toMatch(/silent: no event and no answered heartbeat/);
  });

  it('is content with one sign of life between three heartbeats', () => {
    const slow = (at: number): GatewaySight => ({ signs: String(Math.floor(at / 110_000)), isReady: true });
    expect(after(3_600_000, slow)).toBeUndefined();
  });

  it('gives a connection that is being made again five minutes', () => {
    const unready = (at: number): GatewaySight => ({ signs: String(at), isReady: false });
    expect(after(FIVE_MINUTES - 2 * LOOK, unready)).toBeUndefined();
    expect(after(FIVE_MINUTES - LOOK, unready)).toMatch(/was not ready for 300 s/);
    const back = (at: number): GatewaySight => ({ signs: String(at), isReady: at % 290_000 === 0 });
    expect(after(3_600_000, back)).toBeUndefined();
  });
});

/** A clock that passes only when it is told to; what waits then goes on. */
function steppedBy(): WallClock & { step(milliseconds: number): Promise<void> } {
  let present = 0;
  let wake = (): void => undefined;
  return {
    now: () => present,
    wait: (_, signal) =>
      new Promise<void>((resolve) => {
        wake = resolve;
        signal.addEventListener('abort', () => resolve(), { once: true });
      }),
    async step(milliseconds) {
      present += milliseconds;
      wake();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

async function watched() {
  const place = await startDiscord();
  const connected = aBot(place);
  const clock = steppedBy();
  connected.bot.watch(clock);
  return { ...connected, clock };
}

describe('the bot on a gateway', () => {
  it('ends when the gateway is silent, with the reason, once', async () => {
    const { bot, clock, onFatal } = await watched();
    await bot.start(someServices());
    for (let steps = 0; steps < 11; steps += 1) {
      await clock.step(LOOK);
    }
    expect(onFatal).not.toHaveBeenCalled();
    for (let steps = 0; steps < 10; steps += 1) {
      await clock.step(LOOK);
    }
    expect(onFatal).toHaveBeenCalledTimes(1);
    expect(onFatal).toHaveBeenCalledWith(expect.stringContaining('gateway is silent'), undefined);
  });

  it('ends when it never becomes ready, and not because the machine slept', async () => {
    const { clock, onFatal } = await watched();
    await clock.step(8 * 3_600_000);
    await clock.step(LOOK);
    expect(onFatal).not.toHaveBeenCalled();
    for (let steps = 0; steps < 30; steps += 1) {
      await clock.step(LOOK);
    }
    expect(onFatal).toHaveBeenCalledWith(expect.stringContaining('was not ready'), undefined);
  });

  it('says nothing when it was stopped before', async () => {
    const { bot, clock, onFatal } = await watched();
    await bot.start(someServices());
    await bot.stop();
    await clock.step(FIVE_MINUTES * 2);
    expect(onFatal).not.toHaveBeenCalled();
  });
});

describe('where the bot is', () => {
  it('is told at the start, when it is removed and invited again, and not when a server is merely unavailable', async () => {
    const told: string[] = [];
    const place = await startDiscord();
    const { bot } = aBot(place);
    const { serverId } = place.address;
    await bot.start(
      someServices({
        serversSeen: async (servers) => void told.push(`on ${servers.join()}`),
        serverLeft: async (server) => void told.push(`left ${server}`),
        serverJoined: async (server) => void told.push(`joined ${server}`),
      }),
    );
    await vi.waitFor(() => expect(told).toContain(`joined ${serverId}`));
    expect(told).toContain(`on ${serverId}`);
    told.length = 0;
    place.discord.faults.loseServer('unavailable');
    place.discord.faults.returnServer();
    await vi.waitFor(() => expect(told).toEqual([`joined ${serverId}`]));
    place.discord.faults.loseServer('removed');
    place.discord.faults.returnServer();
    await vi.waitFor(() => expect(told.slice(1)).toEqual([`left ${serverId}`, `joined ${serverId}`]));
  });
});
