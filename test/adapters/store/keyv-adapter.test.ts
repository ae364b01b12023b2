import { join } from 'node:path';
import { Keyv } from 'keyv';
import { beforeEach, describe, expect, it } from 'vitest';
import { KeyvAdapter } from '#adapters/store/keyv-adapter.ts';
import { openDatabase } from '#adapters/store/sqlite/open-database.ts';
import { type StoreDatabase, WriteConflict } from '#adapters/store/store-database.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

let database: StoreDatabase;
beforeEach(async () => {
  database = openDatabase(join(await temporaryFolder(), 'steward.sqlite'));
  return () => database.close();
});

function keyvOf(namespace: string): Keyv<unknown> {
  return new Keyv({ store: new KeyvAdapter(() => database.db), namespace });
}

async function entriesOf(keyv: Keyv<unknown>): Promise<readonly unknown[]> {
  const entries: unknown[] = [];
  for await (const entry of keyv.iterator()) {
    entries.push(entry);
  }
  return entries;
}

describe('KeyvAdapter', () => {
  it('keeps namespaces apart and gives keys back as they were given', async () => {
    const [first, second] = [keyvOf('a'), keyvOf('a:b')];
    await first.set('b:c', 1);
    await second.set('c', 2);
    expect([await first.get('b:c'), await second.get('c'), await first.get('c')]).toEqual([1, 2, undefined]);
    expect(await entriesOf(first)).toEqual([['b:c', 1]]);
    await first.clear();
    expect(await entriesOf(first)).toEqual([]);
    expect(await second.has('c')).toBe(true);
  });

  it.each(['__proto__', "'; DROP TABLE keyv; --", '😀', '%', ':'])('takes any key: %s', async (key) => {
    const keyv = keyvOf('a');
    await keyv.set(key, { deep: [null, true, 'x'] });
    expect(await keyv.get(key)).toEqual({ deep: [null, true, 'x'] });
    expect(await keyv.delete(key)).toBe(true);
    expect(await keyv.delete(key)).toBe(false);
  });

  it('writes many or none', async () => {
    const keyv = keyvOf('a');
    await keyv.setMany([
      { key: 'x', value: 1 },
      { key: 'y', value: 2 },
    ]);
    expect(await keyv.getMany(['y', 'x', 'z'])).toEqual([2, 1, undefined]);
    const adapter = new KeyvAdapter(() => database.db);
    const entries = [
      { key: 'p', value: '"1"' },
      { key: 'q', value: 5 },
    ];
    await expect(adapter.setMany(entries)).rejects.toThrow('q: only serialized');
    expect(await adapter.has('p')).toBe(false);
    expect(await keyv.hasMany(['x', 'z'])).toEqual([true, false]);
    expect(await keyv.deleteMany(['x', 'z'])).toEqual([true, false]);
  });

  it('writes what was read only as long as nobody else wrote it', async () => {
    const [mine, other] = [1, 2].map(() => new KeyvAdapter(() => database.db, 'compare-and-set'));
    await mine?.get('x');
    await other?.get('x');
    expect(await mine?.set('x', '"mine"')).toBe(true);
    await expect(other?.set('x', '"other"')).rejects.toThrow(WriteConflict);
    await other?.get('x');
    expect(await other?.set('x', '"other"')).toBe(true);
    await expect(mine?.set('x', '"mine again"')).rejects.toThrow(WriteConflict);
    expect(await mine?.get('x')).toBe('"other"');
  });

  it('refuses a lifetime instead of forgetting it', async () => {
    await expect(keyvOf('a').set('x', 1, 1_000)).rejects.toThrow('without a lifetime');
  });

  it('says so when the database fails, instead of answering that nothing is kept', async () => {
    const keyv = keyvOf('a');
    await database.close();
    await expect(keyv.get('x')).rejects.toThrow('destroyed');
    await expect(keyv.set('x', 1)).rejects.toThrow('destroyed');
  });
});
