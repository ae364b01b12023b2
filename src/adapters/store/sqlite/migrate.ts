import { randomUUID } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { MIGRATIONS } from './migrations.ts';

/** Marks a SQLite file as a store of ours: `VgSt` in ASCII. */
export const APPLICATION_ID = 0x56675374;

const Header = z.object({ user_version: z.int(), application_id: z.int(), tables: z.int() });

const HEADER = `
  SELECT user_version, application_id, (SELECT count(*) FROM sqlite_schema) AS tables
  FROM pragma_user_version, pragma_application_id`;

/** What a file says of itself: the version that wrote it (0 for an empty one), whose it is, and how much is in it. */
export function readHeader(handle: DatabaseSync): z.output<typeof Header> {
  return Header.parse(handle.prepare(HEADER).get());
}

/**
 * Brings a file to the newest version: every step that it lacks, in one transaction. What an older version wrote is
 * copied first, whole, to a file beside it that is named for that version.
 *
 * @param migrations - what makes each version of the one before
 */
export function migrate(
  handle: DatabaseSync,
  file: string,
  migrations: readonly string[] = MIGRATIONS,
): void {
  const { user_version: version } = readHeader(handle);
  if (version >= migrations.length) {
    return;
  }
  if (version > 0) {
    backUp(handle, file, version);
  }
  handle.exec('BEGIN IMMEDIATE');
  try {
    migrations.slice(version).forEach((migration) => handle.exec(migration));
    if (version === 0) {
      handle.prepare('INSERT INTO identity VALUES (?)').run(randomUUID());
      handle.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
    }
    handle.exec(`PRAGMA user_version = ${migrations.length}`);
    handle.exec('COMMIT');
  } catch (error) {
    if (handle.isTransaction) {
      handle.exec('ROLLBACK');
    }
    throw error;
  }
}

/** Under its name there is never a part of a copy. */
function backUp(handle: DatabaseSync, file: string, version: number): void {
  const copy = `${file}.v${version}.bak`;
  const part = `${copy}.part`;
  rmSync(part, { force: true });
  try {
    handle.prepare('VACUUM INTO ?').run(part);
    renameSync(part, copy);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
