import type { DatabaseSync } from 'node:sqlite';
import { isObject, parseJson, textOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';

/** `scope` is a server's id, or empty for the commands that hold everywhere. */
export interface CommandTable {
  list(scope: string): readonly ApiObject[];
  find(id: string): { readonly scope: string; readonly command: ApiObject } | undefined;
  /** The id that a command of this name has or once had, so that it stays the same when set again. */
  idOf(scope: string, type: number, name: string): string | undefined;
  put(
    scope: string,
    command: ApiObject & { readonly id: string; readonly type: number; readonly name: string },
  ): void;
  /** Forgets what the command does, but not its id. */
  remove(id: string): void;
}

export function createCommandTable(database: DatabaseSync): CommandTable {
  const list = database.prepare(
    'SELECT body FROM commands WHERE scope = ? AND body IS NOT NULL ORDER BY rowid',
  );
  const byId = database.prepare('SELECT scope, body FROM commands WHERE id = ? AND body IS NOT NULL');
  const id = database.prepare('SELECT id FROM commands WHERE scope = ? AND type = ? AND name = ?');
  const put = database.prepare(
    `INSERT INTO commands (id, scope, type, name, body) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET body = excluded.body, name = excluded.name`,
  );
  const remove = database.prepare('UPDATE commands SET body = NULL WHERE id = ?');
  const read = (row: Record<string, unknown>): ApiObject[] => {
    const command = parseJson(textOf(row, 'body') ?? '');
    return isObject(command) ? [command] : [];
  };

  return {
    list: (scope) => list.all(scope).flatMap(read),
    find(wanted) {
      const row = byId.get(wanted);
      const command = row && read(row)[0];
      return command && { scope: textOf(row, 'scope') ?? '', command };
    },
    idOf: (scope, type, name) => textOf(id.get(scope, type, name), 'id'),
    put(scope, command) {
      put.run(command.id, scope, command.type, command.name, JSON.stringify(command));
    },
    remove(wanted) {
      remove.run(wanted);
    },
  };
}
