import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';

/**
 * Writes snapshots, each once: they are large, and all servers of an evaluation share one.
 *
 * @returns a function to be called inside a transaction, which gives the name under which a snapshot is stored
 */
export function createSnapshotWriter(database: DatabaseSync): (snapshot: Snapshot) => string {
  const texts = new WeakMap<Snapshot, { readonly hash: string; readonly text: string }>();
  return (snapshot) => {
    const { hash, text } = texts.get(snapshot) ?? hashed(snapshot);
    texts.set(snapshot, { hash, text });
    database.prepare('INSERT OR IGNORE INTO snapshot (hash, snapshot) VALUES (?, ?)').run(hash, text);
    return hash;
  };
}

function hashed(snapshot: Snapshot): { readonly hash: string; readonly text: string } {
  const text = canonicalJson(snapshot);
  return { hash: createHash('sha256').update(text).digest('base64url'), text };
}
