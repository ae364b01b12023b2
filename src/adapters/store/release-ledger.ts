import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { ReleaseChange } from '#domain/releases/release.ts';
import type { ReleaseLedger } from '#ports/ledger/release-ledger.ts';
import { storedJson } from './stored-json.ts';
import { inTransaction } from './transaction.ts';

const Row = z.object({ change: storedJson<ReleaseChange>() }).transform(({ change }) => change);

const LATEST = `
  SELECT change FROM release_change
  WHERE place IN (SELECT max(place) FROM release_change GROUP BY release)`;

const LATEST_OF = 'SELECT change FROM release_change WHERE release = ? ORDER BY place DESC LIMIT 1';

const NEWEST = `
  SELECT change FROM release_change WHERE :release IS NULL OR release = :release
  ORDER BY place DESC LIMIT :limit`;

/** The life of every release: one row for each thing that became of it. */
export function createReleaseLedger(database: DatabaseSync): ReleaseLedger {
  function append(change: ReleaseChange): boolean {
    const row = database.prepare(LATEST_OF).get(change.release.id);
    if (!follows(change, row && Row.parse(row))) {
      return false;
    }
    database
      .prepare('INSERT INTO release_change (release, change) VALUES (?, ?)')
      .run(change.release.id, canonicalJson(change));
    return true;
  }

  return {
    async storedReleases() {
      return z
        .array(Row)
        .parse(database.prepare(LATEST).all())
        .map(({ release }) => release)
        .toSorted((a, b) => a.scheduledAt - b.scheduledAt || (a.id < b.id ? -1 : 1));
    },

    async changeReleases(changes) {
      return inTransaction(database, () => changes.filter(append));
    },

    async releaseChanges(limit, release) {
      return z.array(Row).parse(database.prepare(NEWEST).all({ limit, release: release ?? null }));
    },
  };
}

/** Whether a change begins where the last one ended, and changes anything. */
function follows({ before, release }: ReleaseChange, last: ReleaseChange | undefined): boolean {
  if (!before || !last) {
    return before === undefined && last === undefined;
  }
  const stands = last.release;
  const fits = before.status === stands.status && before.scheduledAt === stands.scheduledAt;
  return fits && canonicalJson(release) !== canonicalJson(stands);
}
