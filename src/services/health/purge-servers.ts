import { DAY } from '#domain/duration.ts';
import type { WallClock } from '#ports/clock.ts';
import type { DepartureLedger } from '#ports/ledger/departure-ledger.ts';
import type { Log } from '#ports/log.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';

type PurgeDeps = {
  readonly ledger: Pick<DepartureLedger, 'departures' | 'forgetServer'>;
  readonly settings: Pick<SettingsStore, 'remove'>;
  readonly wallClock: Pick<WallClock, 'now'>;
  readonly log: Pick<Log, 'info'>;
};

/** Milliseconds for which what a server has set and kept stays after the bot was removed: 30 days. */
const RETENTION = 30 * DAY;

/** Removes settings, books and all else of servers that have been gone for 30 days. Done twice it is done once. */
export async function purgeServers({ ledger, settings, wallClock, log }: PurgeDeps): Promise<void> {
  const until = wallClock.now() - RETENTION;
  for (const { server, at } of await ledger.departures()) {
    if (at <= until) {
      // The note that it is gone goes last: should the process die between the two, the next look goes on here.
      await settings.remove(server);
      await ledger.forgetServer(server);
      log.info('forgot a server', { server, goneSince: at });
    }
  }
}
