import type { DatabaseSync } from 'node:sqlite';

export type StoredFile = {
  readonly id: string;
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
};

export interface AttachmentTable {
  insert(file: StoredFile): void;
  find(id: string): StoredFile | undefined;
}

export function createAttachmentTable(database: DatabaseSync): AttachmentTable {
  const insert = database.prepare(
    'INSERT INTO attachments (id, filename, content_type, bytes) VALUES (?, ?, ?, ?)',
  );
  const select = database.prepare('SELECT filename, content_type, bytes FROM attachments WHERE id = ?');
  return {
    insert({ id, filename, contentType, bytes }) {
      insert.run(id, filename, contentType, bytes);
    },
    find(id) {
      const row = select.get(id);
      const filename = row?.['filename'];
      const contentType = row?.['content_type'];
      const bytes = row?.['bytes'];
      return typeof filename === 'string' && typeof contentType === 'string' && bytes instanceof Uint8Array
        ? { id, filename, contentType, bytes }
        : undefined;
    },
  };
}
