import { keyvStorageCapability, type KeyvStorageCapability } from 'keyv';
import { type StoreDatabase, type StoreTransaction, WriteConflict } from './store-database.ts';

type Db = StoreTransaction | StoreDatabase['db'];

/**
 * Keyv's storage over the store's own table. The namespace is a column, so keys come back as they were given.
 *
 * What is kept here never expires: a lifetime is refused instead of being forgotten.
 *
 * @see https://keyv.org, the storage contract of version 6
 */
export class KeyvAdapter {
  namespace: string | undefined;
  readonly #db: () => Db;
  readonly #versions: Map<string, number> | undefined;

  /**
   * @param db - asked anew for each statement
   * @param mode - `compare-and-set`: a key that was read here is written only while it is as it was read, and otherwise
   *   refused with WriteConflict
   */
  constructor(db: () => Db, mode: 'overwrite' | 'compare-and-set' = 'overwrite') {
    this.#db = db;
    this.#versions = mode === 'compare-and-set' ? new Map<string, number>() : undefined;
  }

  get capabilities(): KeyvStorageCapability {
    return keyvStorageCapability(this);
  }

  async get(key: string): Promise<string | undefined> {
    const row = await this.#db()
      .selectFrom('keyv')
      .select(['value', 'version'])
      .where('namespace', '=', this.#space())
      .where('key', '=', key)
      .executeTakeFirst();
    this.#versions?.set(key, row?.version ?? 0);
    return row?.value;
  }

  async getMany(keys: readonly string[]): Promise<(string | undefined)[]> {
    return Promise.all(keys.map((key) => this.get(key)));
  }

  async set(key: string, value: unknown, expires?: number): Promise<boolean> {
    return (await this.setMany([{ key, value, ...(expires !== undefined && { expires }) }])).every(Boolean);
  }

  async setMany(entries: readonly { key: string; value: unknown; expires?: number }[]): Promise<boolean[]> {
    const rows = entries.map((entry) => this.#rowOf(entry));
    if (rows.length === 0) {
      return [];
    }
    const written = await this.#db()
      .insertInto('keyv')
      .values(rows)
      .onConflict((conflict) => {
        const update = conflict.columns(['namespace', 'key']).doUpdateSet((eb) => ({
          value: eb.ref('excluded.value'),
          version: eb('keyv.version', '+', 1),
        }));
        return this.#versions
          ? update.where('keyv.version', '=', (eb) => eb(eb.ref('excluded.version'), '-', 1))
          : update;
      })
      .returning('key')
      .execute();
    if (written.length < rows.length) {
      throw new WriteConflict();
    }
    return rows.map(() => true);
  }

  async has(key: string): Promise<boolean> {
    return (await this.get(key)) !== undefined;
  }

  async hasMany(keys: readonly string[]): Promise<boolean[]> {
    return Promise.all(keys.map((key) => this.has(key)));
  }

  async delete(key: string): Promise<boolean> {
    const removed = await this.#db()
      .deleteFrom('keyv')
      .where('namespace', '=', this.#space())
      .where('key', '=', key)
      .returning('key')
      .executeTakeFirst();
    return removed !== undefined;
  }

  async deleteMany(keys: readonly string[]): Promise<boolean[]> {
    return Promise.all(keys.map((key) => this.delete(key)));
  }

  async clear(): Promise<void> {
    await this.#db().deleteFrom('keyv').where('namespace', '=', this.#space()).execute();
  }

  async *iterator(): AsyncGenerator<[string, string], void> {
    const rows = await this.#db()
      .selectFrom('keyv')
      .select(['key', 'value'])
      .where('namespace', '=', this.#space())
      .orderBy('key')
      .execute();
    for (const { key, value } of rows) {
      yield [key, value];
    }
  }

  #rowOf({ key, value, expires }: { key: string; value: unknown; expires?: number }) {
    if (typeof value !== 'string' || expires !== undefined) {
      throw new TypeError(`${key}: only serialized values without a lifetime are kept`);
    }
    return { namespace: this.#space(), key, value, version: (this.#versions?.get(key) ?? 0) + 1 };
  }

  #space(): string {
    return this.namespace ?? '';
  }
}
