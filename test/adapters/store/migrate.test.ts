import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '#adapters/store/open-store.ts';
import { migrate, readHeader } from '#adapters/store/sqlite/migrate.ts';
import { MIGRATIONS } from '#adapters/store/sqlite/migrations.ts';
import { thresholds } from '#config/thresholds.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

const FIRST = 'CREATE TABLE identity (id TEXT) STRICT; CREATE TABLE fact (name TEXT) STRICT';
const SECOND = 'ALTER TABLE fact ADD COLUMN year INTEGER; UPDATE fact SET year = 2014';
const THIRD = 'CREATE TABLE other (name TEXT) STRICT; INSERT INTO nowhere VALUES (1)';

async function aFile(): Promise<{ readonly file: string; readonly handle: DatabaseSync }> {
  const file = join(await temporaryFolder(), 'steward.sqlite');
  const handle = new DatabaseSync(file);
  onTestFinished(() => {
    if (handle.isOpen) {
      handle.close();
    }
  });
  return { file, handle };
}

function rowsOf(file: string, query: string): readonly unknown[] {
  const handle = new DatabaseSync(file, { readOnly: true });
  const rows = handle.prepare(query).all();
  handle.close();
  return rows;
}

describe('migrate', () => {
  it('makes a new file of the newest version, and no copy of nothing', async () => {
    const { file, handle } = await aFile();
    migrate(handle, file, [FIRST, SECOND]);
    expect(readHeader(handle).user_version).toBe(2);
    expect(handle.prepare('SELECT count(*) AS ids FROM identity').get()).toEqual({ ids: 1 });
    expect(existsSync(`${file}.v0.bak`)).toBe(false);
  });

  it('copies what an older version wrote, under that version, before it changes anything', async () => {
    const { file, handle } = await aFile();
    migrate(handle, file, [FIRST]);
    handle.exec(`INSERT INTO fact VALUES ('print')`);
    migrate(handle, file, [FIRST, SECOND]);
    expect(handle.prepare('SELECT * FROM fact').all()).toEqual([{ name: 'print', year: 2014 }]);
    expect(rowsOf(`${file}.v1.bak`, 'SELECT * FROM fact')).toEqual([{ name: 'print' }]);
    expect(rowsOf(`${file}.v1.bak`, 'PRAGMA user_version')).toEqual([{ user_version: 1 }]);
  });

  it('takes all steps or none: a later one that fails takes the earlier ones back', async () => {
    const { file, handle } = await aFile();
    migrate(handle, file, [FIRST]);
    handle.exec(`INSERT INTO fact VALUES ('print')`);
    expect(() => migrate(handle, file, [FIRST, SECOND, THIRD])).toThrow('nowhere');
    expect(readHeader(handle)).toMatchObject({ user_version: 1, tables: 2 });
    expect(handle.prepare('SELECT * FROM fact').all()).toEqual([{ name: 'print' }]);
    migrate(handle, file, [FIRST, SECOND]);
    expect(readHeader(handle).user_version).toBe(2);
  });

  it('leaves a file of the newest version as it is', async () => {
    const { file, handle } = await aFile();
    migrate(handle, file, [FIRST]);
    migrate(handle, file, [FIRST]);
    expect(readdirSync(join(file, '..'))).toEqual(['steward.sqlite']);
  });
});

describe('a store that cannot be copied before it is changed', () => {
  it('is refused, and stays what it was', async () => {
    const { file, handle } = await aFile();
    migrate(handle, file, MIGRATIONS.slice(0, 3));
    handle.close();
    mkdirSync(join(`${file}.v3.bak`, 'in-the-way'), { recursive: true });
    await expect(openStore(join(file, '..'), thresholds)).rejects.toMatchObject({
      code: 'store-unusable',
      why: 'unreadable',
    });
    expect(rowsOf(file, 'PRAGMA user_version')).toEqual([{ user_version: 3 }]);
    expect(existsSync(`${file}.v3.bak.part`)).toBe(false);
  });
});
