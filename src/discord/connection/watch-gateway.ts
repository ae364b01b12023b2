import { type Client, Events, Status } from 'discord.js';
import type { WallClock } from '#ports/clock.ts';
import { FIRST_WATCH, type GatewaySight, look, whyStuck } from './gateway-watch.ts';

/** Milliseconds between two looks. */
const LOOK_EVERY = 10_000;

/** A machine that slept, or whose clock was set, has not heard less for it: no look counts for more than this. */
const MOST_A_LOOK = 2 * LOOK_EVERY;

type Watching = {
  readonly clock: WallClock;
  readonly signal: AbortSignal;
  /** Told why, at most once. */
  readonly onStuck: (reason: string) => void;
};

/** Looks at the gateway until told to stop, or until it is stuck. */
export async function watchGateway(client: Client, { clock, signal, onStuck }: Watching): Promise<void> {
  const heard = { events: 0 };
  client.on(Events.Raw, () => {
    heard.events += 1;
  });
  let watch = FIRST_WATCH;
  let lookedAt = clock.now();
  while (!signal.aborted) {
    await clock.wait(LOOK_EVERY, signal);
    const now = clock.now();
    const elapsed = Math.min(MOST_A_LOOK, Math.max(0, now - lookedAt));
    lookedAt = now;
    watch = look(watch, sightOf(client, heard.events), elapsed);
    const reason = whyStuck(watch);
    if (reason !== undefined && !signal.aborted) {
      onStuck(reason);
      return;
    }
  }
}

function sightOf({ ws }: Client, events: number): GatewaySight {
  const shards = [...ws.shards.values()];
  return {
    signs: [events, ...shards.map(({ lastPingTimestamp }) => lastPingTimestamp)].join(' '),
    isReady: shards.length > 0 && shards.every(({ status }) => status === Status.Ready),
  };
}
