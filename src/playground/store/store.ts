import { DatabaseSync } from 'node:sqlite';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, parseJson, textOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import { type AttachmentTable, createAttachmentTable } from './attachment-table.ts';
import { type CommandTable, createCommandTable } from './command-table.ts';
import { createMessageTable, type MessageTable } from './message-table.ts';

/** Small things to remember under a name, such as where a playback stands. */
export interface Notes {
  read(key: string): string | undefined;
  write(key: string, value: string): void;
}

function createNotes(database: DatabaseSync): Notes {
  const select = database.prepare('SELECT value FROM notes WHERE key = ?');
  const upsert = database.prepare(
    'INSERT INTO notes (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  return {
    read(key) {
      const value = select.get(key)?.['value'];
      return typeof value === 'string' ? value : undefined;
    },
    write(key, value) {
      upsert.run(key, value);
    },
  };
}

/** Interactions that were answered, so that their tokens still open their messages after a restart. */
export interface InteractionTable {
  put(
    interaction: { readonly id: string; readonly token: string; readonly createdAt: number },
    body: ApiObject,
  ): void;
  findByToken(token: string): ApiObject | undefined;
  /** Forgets those created before `createdAt`, epoch milliseconds. */
  prune(createdAt: number): void;
}

function createInteractionTable(database: DatabaseSync): InteractionTable {
  const put = database.prepare(
    `INSERT INTO interactions (id, token, created_at, body) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET body = excluded.body`,
  );
  const byToken = database.prepare('SELECT body FROM interactions WHERE token = ?');
  const prune = database.prepare('DELETE FROM interactions WHERE created_at < ?');
  return {
    put({ id, token, createdAt }, body) {
      put.run(id, token, createdAt, JSON.stringify(body));
    },
    findByToken(token) {
      const body = parseJson(textOf(byToken.get(token), 'body') ?? '');
      return isObject(body) ? body : undefined;
    },
    prune(createdAt) {
      prune.run(createdAt);
    },
  };
}

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
function openDatabase(folder: string | undefined): DatabaseSync {
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

/** All that the local Discord remembers. */
export type Store = {
  readonly notes: Notes;
  readonly messages: MessageTable;
  readonly attachments: AttachmentTable;
  readonly commands: CommandTable;
  readonly interactions: InteractionTable;
  close(): void;
};

/**
 * @param folder - where the file is stored; in memory only when absent
 * @param origin - where this run is reached
 * @throws StoreUnusable
 */
export function openStore(folder: string | undefined, origin: () => string): Store {
  const database = openDatabase(folder);
  return {
    notes: createNotes(database),
    messages: createMessageTable(database, origin),
    attachments: createAttachmentTable(database),
    commands: createCommandTable(database),
    interactions: createInteractionTable(database),
    close: () => database.close(),
  };
}
