import { type Client, Events, Status } from 'discord.js';
import { MINUTE } from '#domain/duration.ts';
import type { WallClock } from '#ports/clock.ts';

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

/** What is seen of the gateway at one look. */
export type GatewaySight = {
  /** Changes with every sign of life: an event, or an answered heartbeat. */
  readonly signs: string;
  /** Whether the connection counts as open, with a session in it. */
  readonly isReady: boolean;
};

/** What is remembered from one look to the next. Lengths are milliseconds. */
export type GatewayWatch = {
  readonly signs: string;
  /** For how long nothing was heard although the connection counted as open. */
  readonly silentFor: number;
  readonly unreadyFor: number;
};

/** Discord asks for a heartbeat each 41.25 seconds; three without an answer are a connection that only looks alive. */
const LONGEST_SILENCE = 3 * 41_250;

/** Longer than any reconnect or resume takes. */
const LONGEST_UNREADY = 5 * MINUTE;

/**
 * Before anything was heard.
 *
 * @internal for tests
 */
export const FIRST_WATCH: GatewayWatch = { signs: '', silentFor: 0, unreadyFor: 0 };

/**
 * @param elapsed - milliseconds since the last look that this machine was awake
 * @internal for tests
 */
export function look(watch: GatewayWatch, { signs, isReady }: GatewaySight, elapsed: number): GatewayWatch {
  const isHeard = signs !== watch.signs || !isReady;
  return {
    signs,
    silentFor: isHeard ? 0 : watch.silentFor + elapsed,
    unreadyFor: isReady ? 0 : watch.unreadyFor + elapsed,
  };
}

/**
 * Why the process should end and be started again; `undefined` while there is no reason.
 *
 * @internal for tests
 */
export function whyStuck({ silentFor, unreadyFor }: GatewayWatch): string | undefined {
  if (silentFor >= LONGEST_SILENCE) {
    return `Discord's gateway is silent: no event and no answered heartbeat for ${inSeconds(silentFor)} s`;
  }
  return unreadyFor >= LONGEST_UNREADY
    ? `Discord's gateway was not ready for ${inSeconds(unreadyFor)} s`
    : undefined;
}

function inSeconds(milliseconds: number): number {
  return Math.round(milliseconds / 1_000);
}
