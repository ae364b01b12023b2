import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { MachineCheckup } from '#domain/health/checkup.ts';
import type { StoreUnusable } from '#domain/problem.ts';
import { MIGRATIONS } from './migrations.ts';
import { storeFailure } from './sqlite-failure.ts';

type StoreCheckup = Extract<MachineCheckup, { readonly about: 'store' }>;

const Version = z.object({ user_version: z.int() });

/** Milliseconds to wait for a file that another process may be letting go of. */
const TIMEOUT = 250;

/** What is found where it cannot be looked at. Reading alone never needs room on a disk. */
const STATES: Readonly<Record<StoreUnusable['why'], StoreCheckup['state']>> = {
  locked: 'in-use',
  corrupt: 'corrupt',
  newer: 'newer',
  full: 'unreadable',
  unreadable: 'unreadable',
};

/** Looks at the store in a folder without opening it for writing: nothing is made, brought up to date or mended. */
export function examineStore(folder: string): StoreCheckup {
  const about = { about: 'store', newest: MIGRATIONS.length } as const;
  const file = join(folder, 'steward.sqlite');
  if (!existsSync(file) || statSync(file).size === 0) {
    return { ...about, state: 'absent' };
  }
  try {
    const version = readVersion(file);
    return { ...about, version, state: version > MIGRATIONS.length ? 'newer' : 'usable' };
  } catch (error) {
    const { why } = storeFailure(file, error);
    return { ...about, state: STATES[why] };
  }
}

/** What the store of a running bot is: opening it brought it to the newest version. */
export function openedStore(): StoreCheckup {
  return { about: 'store', state: 'usable', version: MIGRATIONS.length, newest: MIGRATIONS.length };
}

function readVersion(file: string): number {
  const absent = [`${file}-shm`, `${file}-wal`].filter((beside) => !existsSync(beside));
  const database = new DatabaseSync(file, { readOnly: true, timeout: TIMEOUT });
  try {
    // Another process that has the store lets nobody read even this.
    return Version.parse(database.prepare('SELECT user_version FROM pragma_user_version').get()).user_version;
  } finally {
    database.close();
    absent.forEach((beside) => rmSync(beside, { force: true }));
  }
}
