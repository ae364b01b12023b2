import { bind, type Needs } from '#services/bind.ts';
import { examine, onceAMinute } from './examine.ts';
import { serverJoined, serverLeft, serversSeen } from './presence.ts';
import { purgeServers } from './purge-servers.ts';
import { readStatus } from './read-status.ts';

type Deps = Omit<Needs<typeof readStatus | typeof examine | typeof serversSeen>, 'readStatus'>;

export type HealthServices = ReturnType<typeof bindHealth>;

/** How the bot itself does, and where it is. */
export function bindHealth(deps: Deps) {
  const { takeCheckup, wallClock } = deps;
  const status = bind(readStatus, deps);
  return {
    readStatus: status,
    examine: bind(examine, {
      readStatus: status,
      ...(takeCheckup && { takeCheckup: onceAMinute(takeCheckup, wallClock) }),
    }),
    serverLeft: bind(serverLeft, deps),
    serverJoined: bind(serverJoined, deps),
    serversSeen: bind(serversSeen, deps),
  };
}

export type PurgeServices = ReturnType<typeof bindPurge>;

/** What the clock asks of where the bot is. */
export function bindPurge(deps: Needs<typeof purgeServers>) {
  return { purgeServers: bind(purgeServers, deps) };
}
