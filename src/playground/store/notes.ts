import type { DatabaseSync } from 'node:sqlite';

/** Small things to remember under a name, such as where a playback stands. */
export interface Notes {
  read(key: string): string | undefined;
  write(key: string, value: string): void;
}

export function createNotes(database: DatabaseSync): Notes {
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
