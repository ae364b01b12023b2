import type { WallClock } from '#ports/clock.ts';
import type { DepartureLedger } from '#ports/ledger/departure-ledger.ts';
import type { Log } from '#ports/log.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';

export type PresenceDeps = {
  readonly ledger: Pick<DepartureLedger, 'noteDeparture' | 'noteReturn'>;
  readonly wallClock: Pick<WallClock, 'now'>;
  readonly log: Pick<Log, 'info'>;
};

const REASON = 'the bot was removed from the server';

/** The bot was removed from a server; one that is merely not available is no removal. */
export async function serverLeft({ ledger, wallClock, log }: PresenceDeps, server: string): Promise<void> {
  await ledger.noteDeparture(server, { at: wallClock.now(), reason: REASON });
  log.info('removed from a server', { server });
}

/** The bot is on a server: invited, invited again, or available again. */
export async function serverJoined({ ledger }: Pick<PresenceDeps, 'ledger'>, server: string): Promise<void> {
  await ledger.noteReturn(server);
}

/** All servers that it is on, told at the start: it may have been removed or invited while it was not there. */
export async function serversSeen(
  deps: PresenceDeps & { readonly settings: Pick<SettingsStore, 'servers'> },
  servers: readonly string[],
): Promise<void> {
  const present = new Set(servers);
  for (const server of servers) {
    await serverJoined(deps, server);
  }
  for (const server of await deps.settings.servers()) {
    if (!present.has(server)) {
      await serverLeft(deps, server);
    }
  }
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
