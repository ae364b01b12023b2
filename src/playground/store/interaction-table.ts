import type { DatabaseSync } from 'node:sqlite';
import { isObject, parseJson, textOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';

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

export function createInteractionTable(database: DatabaseSync): InteractionTable {
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
