import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { isObject, parseJson, textOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';

/** A message as the API shows it, and who alone sees it, if not everybody. */
export type StoredMessage = {
  readonly message: ApiObject & { readonly id: string };
  readonly channelId: string;
  readonly authorId: string;
  readonly ephemeralFor?: string;
};

export type NewMessage = StoredMessage & { readonly nonce?: string; readonly createdAt: number };

export type Page = { readonly before?: string; readonly after?: string; readonly limit: number };

export interface MessageTable {
  insert(message: NewMessage): void;
  replace(message: ApiObject & { readonly id: string }): void;
  remove(id: string): void;
  find(id: string): StoredMessage | undefined;
  /** What an author sent under a nonce since `since` (epoch milliseconds); `kept` is absent when it was deleted. */
  findByNonce(
    authorId: string,
    nonce: string,
    since: number,
  ): { readonly stored: StoredMessage | undefined } | undefined;
  /** Those that everybody sees, newest first. */
  list(channelId: string, page: Page): readonly StoredMessage[];
  /** All of a channel, also what only one person sees, oldest first. */
  all(channelId: string): readonly StoredMessage[];
  /** The greatest id of any message so far. */
  lastId(): bigint;
}

/** Stands in the file for the address of this run, whose port may be another in the next. */
const ORIGIN = 'http://playground.invalid';

const COLUMNS = 'channel_id, author_id, ephemeral_for, body, is_deleted';
const SEEN_BY_ALL = 'channel_id = ? AND is_deleted = 0 AND ephemeral_for IS NULL';

/** @param origin - where this run is reached, such as `http://127.0.0.1:4321` */
export function createMessageTable(database: DatabaseSync, origin: () => string): MessageTable {
  const statements = prepare(database);
  const form = createForm(origin);

  return {
    insert({ message, channelId, authorId, nonce, ephemeralFor, createdAt }) {
      const id = BigInt(message.id);
      statements.insert.run(
        id,
        channelId,
        authorId,
        nonce ?? null,
        ephemeralFor ?? null,
        createdAt,
        form.written(message),
      );
    },
    replace(message) {
      statements.update.run(form.written(message), BigInt(message.id));
    },
    remove(id) {
      statements.remove.run(BigInt(id));
    },
    find(id) {
      const row = statements.byId.get(BigInt(id));
      return row && form.read(row)[0];
    },
    findByNonce(authorId, nonce, since) {
      const row = statements.byNonce.get(authorId, nonce, since);
      return row && { stored: row['is_deleted'] === 0 ? form.read(row)[0] : undefined };
    },
    list(channelId, { before, after, limit }) {
      if (after !== undefined) {
        return statements.following
          .all(channelId, BigInt(after), limit)
          .flatMap((row) => form.read(row))
          .toReversed();
      }
      return statements.newest
        .all(channelId, BigInt(before ?? MAX_ID), limit)
        .flatMap((row) => form.read(row));
    },
    all: (channelId) => statements.whole.all(channelId).flatMap((row) => form.read(row)),
    lastId: () => BigInt(textOf(statements.greatest.get(), 'id') ?? '0'),
  };
}

const MAX_ID = 2n ** 63n - 1n;

const INSERT =
  'INSERT INTO messages (id, channel_id, author_id, nonce, ephemeral_for, created_at, body) VALUES (?, ?, ?, ?, ?, ?, ?)';

function prepare(database: DatabaseSync) {
  const select = (condition: string): StatementSync =>
    database.prepare(`SELECT ${COLUMNS} FROM messages WHERE ${condition}`);
  return {
    insert: database.prepare(INSERT),
    update: database.prepare('UPDATE messages SET body = ? WHERE id = ?'),
    remove: database.prepare('UPDATE messages SET is_deleted = 1 WHERE id = ?'),
    byId: select('id = ? AND is_deleted = 0'),
    byNonce: select('author_id = ? AND nonce = ? AND created_at >= ? ORDER BY id DESC LIMIT 1'),
    newest: select(`${SEEN_BY_ALL} AND id < ? ORDER BY id DESC LIMIT ?`),
    following: select(`${SEEN_BY_ALL} AND id > ? ORDER BY id LIMIT ?`),
    whole: select('channel_id = ? AND is_deleted = 0 ORDER BY id'),
    greatest: database.prepare('SELECT CAST(MAX(id) AS TEXT) AS id FROM messages'),
  };
}

/** How a message stands in the file, where this run's address has no place. */
function createForm(origin: () => string) {
  return {
    written: (message: ApiObject): string => JSON.stringify(message).replaceAll(origin(), ORIGIN),
    read(row: Record<string, unknown>): StoredMessage[] {
      const message = parseJson((textOf(row, 'body') ?? '').replaceAll(ORIGIN, origin()));
      const id = isObject(message) ? textOf(message, 'id') : undefined;
      if (!isObject(message) || id === undefined) {
        return [];
      }
      const ephemeralFor = textOf(row, 'ephemeral_for');
      return [
        {
          message: { ...message, id },
          channelId: textOf(row, 'channel_id') ?? '',
          authorId: textOf(row, 'author_id') ?? '',
          ...(ephemeralFor !== undefined && { ephemeralFor }),
        },
      ];
    },
  };
}
