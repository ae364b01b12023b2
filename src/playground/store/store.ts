import { type AttachmentTable, createAttachmentTable } from './attachment-table.ts';
import { type CommandTable, createCommandTable } from './command-table.ts';
import { openDatabase } from './database.ts';
import { createInteractionTable, type InteractionTable } from './interaction-table.ts';
import { createMessageTable, type MessageTable } from './message-table.ts';
import { createNotes, type Notes } from './notes.ts';

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
 * @param folder - where the file is kept; in memory only when absent
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
