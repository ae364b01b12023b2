import { DAY } from '#domain/duration.ts';
import type { WallClock } from '#ports/clock.ts';
import type { DepartureLedger } from '#ports/ledger/departure-ledger.ts';
import type { Log } from '#ports/log.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import type { PresenceServices } from './presence-services.ts';

export type PresenceParts = {
  readonly ledger: DepartureLedger;
  readonly settings: SettingsStore;
  readonly wallClock: Pick<WallClock, 'now'>;
  readonly log: Log;
};

/** Milliseconds for which what a server has set and kept stays after the bot was removed: 30 days. */
export const KEPT_FOR = 30 * DAY;

const REASON = 'the bot was removed from the server';

export function createPresenceServices({
  ledger,
  settings,
  wallClock,
  log,
}: PresenceParts): PresenceServices {
  async function left(server: string): Promise<void> {
    await ledger.noteDeparture(server, { at: wallClock.now(), reason: REASON });
    log.info('removed from a server', { server });
  }

  return {
    serverLeft: left,
    serverJoined: (server) => ledger.noteReturn(server),

    async serversSeen(servers) {
      const present = new Set(servers);
      for (const server of servers) {
        await ledger.noteReturn(server);
      }
      for (const server of await settings.servers()) {
        if (!present.has(server)) {
          await left(server);
        }
      }
    },
  };
}

/** Removes settings, books and all else of servers that have been gone for 30 days. Done twice it is done once. */
export function createForgetServers({
  ledger,
  settings,
  wallClock,
  log,
}: PresenceParts): () => Promise<void> {
  return async () => {
    const until = wallClock.now() - KEPT_FOR;
    for (const { server, at } of await ledger.departures()) {
      if (at <= until) {
        // The note that it is gone goes last: should the process die between the two, the next look goes on here.
        await settings.remove(server);
        await ledger.forgetServer(server);
        log.info('forgot a server', { server, goneSince: at });
      }
    }
  };
}

/** Settings as they are, but that a server which the bot was removed from is not told anything any more. */
export function withoutDeparted(
  settings: SettingsStore,
  ledger: Pick<DepartureLedger, 'departures'>,
): SettingsStore {
  return {
    read: (server) => settings.read(server),
    change: (server, edit) => settings.change(server, edit),
    remove: (server) => settings.remove(server),
    async servers() {
      const gone = new Set((await ledger.departures()).map(({ server }) => server));
      return (await settings.servers()).filter((server) => !gone.has(server));
    },
  };
}
