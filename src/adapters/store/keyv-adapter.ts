import type { DatabaseSync } from 'node:sqlite';
import { keyvStorageCapability, type KeyvStorageCapability } from 'keyv';
import { inTransaction } from './transaction.ts';

const READ = 'SELECT value FROM keyv WHERE namespace = ? AND key = ?';
const WRITE = 'INSERT OR REPLACE INTO keyv (namespace, key, value) VALUES (?, ?, ?)';
const REMOVE = 'DELETE FROM keyv WHERE namespace = ? AND key = ?';

/**
 * Keyv's storage over the store's own table. The namespace is a column, so keys come back as they were given.
 *
 * What is kept here never expires: a lifetime is refused instead of being forgotten.
 *
 * @see https://keyv.org, the storage contract of version 6
 */
export class KeyvAdapter {
  namespace: string | undefined;
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  get capabilities(): KeyvStorageCapability {
    return keyvStorageCapability(this);
  }

  async get(key: string): Promise<string | undefined> {
    const value = this.#database.prepare(READ).get(this.#space(), key)?.['value'];
    return typeof value === 'string' ? value : undefined;
  }

  async getMany(keys: readonly string[]): Promise<(string | undefined)[]> {
    return Promise.all(keys.map((key) => this.get(key)));
  }

  async set(key: string, value: unknown, expires?: number): Promise<boolean> {
    return inTransaction(this.#database, () => this.#write(key, value, expires));
  }

  async setMany(entries: readonly { key: string; value: unknown; expires?: number }[]): Promise<boolean[]> {
    return inTransaction(this.#database, () =>
      entries.map(({ key, value, expires }) => this.#write(key, value, expires)),
    );
  }

  async has(key: string): Promise<boolean> {
    return (await this.get(key)) !== undefined;
  }

  async hasMany(keys: readonly string[]): Promise<boolean[]> {
    return Promise.all(keys.map((key) => this.has(key)));
  }

  async delete(key: string): Promise<boolean> {
    return inTransaction(
      this.#database,
      () => this.#database.prepare(REMOVE).run(this.#space(), key).changes > 0,
    );
  }

  async deleteMany(keys: readonly string[]): Promise<boolean[]> {
    return Promise.all(keys.map((key) => this.delete(key)));
  }

  async clear(): Promise<void> {
    inTransaction(this.#database, () =>
      this.#database.prepare('DELETE FROM keyv WHERE namespace = ?').run(this.#space()),
    );
  }

  async *iterator(): AsyncGenerator<[string, string], void> {
    const rows = this.#database.prepare('SELECT key, value FROM keyv WHERE namespace = ? ORDER BY key');
    for (const { key, value } of rows.all(this.#space())) {
      yield [String(key), String(value)];
    }
  }

  #write(key: string, value: unknown, expires: number | undefined): boolean {
    if (typeof value !== 'string' || expires !== undefined) {
      throw new TypeError(`${key}: only serialized values without a lifetime are kept`);
    }
    this.#database.prepare(WRITE).run(this.#space(), key, value);
    return true;
  }

  #space(): string {
    return this.namespace ?? '';
  }
}
