import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const FILE = 'playground.sqlite';
const SCHEMA_VERSION = 1;

const SCHEMA = `
  CREATE TABLE notes (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE messages (
    id INTEGER PRIMARY KEY,
    channel_id TEXT NOT NULL,
    author_id TEXT NOT NULL,
    nonce TEXT,
    ephemeral_for TEXT,
    created_at INTEGER NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX messages_by_channel ON messages (channel_id, id);
  CREATE INDEX messages_by_nonce ON messages (author_id, nonce) WHERE nonce IS NOT NULL;
  CREATE TABLE attachments (
    id TEXT PRIMARY KEY, filename TEXT NOT NULL, content_type TEXT NOT NULL, bytes BLOB NOT NULL
  ) STRICT;
  CREATE TABLE commands (
    id TEXT PRIMARY KEY, scope TEXT NOT NULL, type INTEGER NOT NULL, name TEXT NOT NULL, body TEXT,
    UNIQUE (scope, type, name)
  ) STRICT;
  CREATE TABLE interactions (
    id TEXT PRIMARY KEY, token TEXT NOT NULL UNIQUE, created_at INTEGER NOT NULL, body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX interactions_by_age ON interactions (created_at);
`;

/** The playground's own file cannot be used; `message` says why, in words for whoever started it. */
export class StoreUnusable extends Error {
  readonly folder: string;

  constructor(folder: string, reason: string, options?: ErrorOptions) {
    super(`The playground cannot keep its messages in ${folder}: ${reason}`, options);
    this.folder = folder;
  }
}

/**
 * Opens the playground's file, new or as an earlier run left it. Without a folder all is in memory only.
 *
 * @throws StoreUnusable if the folder cannot be written, the file is damaged, of a newer version or in use
 */
export function openDatabase(folder: string | undefined): DatabaseSync {
  if (folder === undefined) {
    const memory = new DatabaseSync(':memory:');
    memory.exec(SCHEMA);
    return memory;
  }
  try {
    mkdirSync(folder, { recursive: true });
    return openFile(folder);
  } catch (error) {
    if (error instanceof StoreUnusable) {
      throw error;
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreUnusable(folder, reason, { cause: error });
  }
}

function openFile(folder: string): DatabaseSync {
  const database = new DatabaseSync(join(folder, FILE), { timeout: 500 });
  try {
    // One process only: a second one would give ids and nonces of its own.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
    if (version > SCHEMA_VERSION) {
      throw new StoreUnusable(folder, `${FILE} was written by a newer version. Choose another folder.`);
    }
    if (version < SCHEMA_VERSION) {
      database.exec(`BEGIN; ${SCHEMA} PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT;`);
    }
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
