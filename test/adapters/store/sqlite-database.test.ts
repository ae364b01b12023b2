import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '#adapters/store/sqlite/open-database.ts';
import { compareAndSet, type StoreDatabase, WriteConflict } from '#adapters/store/store-database.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

let database: StoreDatabase;
beforeEach(async () => {
  database = openDatabase(join(await temporaryFolder(), 'steward.sqlite'));
  return () => database.close();
});

const row = (server: string) => ({ server, at: 1 });
const servers = async (): Promise<readonly string[]> =>
  (await database.db.selectFrom('departure').select('server').orderBy('server').execute()).map(
    ({ server }) => server,
  );

describe('createSqliteDatabase', () => {
  it('refuses at once, inside a transaction, what would wait for it for ever', async () => {
    const waiting = database.transaction(async (trx) => {
      await trx.insertInto('departure').values(row('1')).execute();
      await database.db.selectFrom('departure').selectAll().execute();
    });
    await expect(waiting).rejects.toThrow('only the transaction');
    expect(await servers()).toEqual([]);
  });

  it('keeps what is written beside a transaction that fails', async () => {
    const failing = database.transaction(async (trx) => {
      await trx.insertInto('departure').values(row('lost')).execute();
      throw new Error('no');
    });
    const beside = database.db.insertInto('departure').values(row('kept')).execute();
    await expect(failing).rejects.toThrow('no');
    await beside;
    expect(await servers()).toEqual(['kept']);
  });

  it('reads what a statement says while the same statement is run again', async () => {
    await database.db.insertInto('departure').values(['1', '2', '3'].map(row)).execute();
    const all = await Promise.all(
      ['1', '2', '3', '2'].map((server) =>
        database.db.selectFrom('departure').selectAll().where('server', '=', server).executeTakeFirst(),
      ),
    );
    expect(all.map((found) => found?.server)).toEqual(['1', '2', '3', '2']);
  });

  it.each([undefined, true, Number.NaN, new Date(0), {}, 1n])('writes no %s', async (value) => {
    await expect(sql`insert into departure values ('1', ${value})`.execute(database.db)).rejects.toThrow(
      'a column cannot hold',
    );
    expect(await servers()).toEqual([]);
  });

  it('ends what has begun before it closes, and may be closed twice', async () => {
    const folder = await temporaryFolder();
    const other = openDatabase(join(folder, 'steward.sqlite'));
    const writing = other.transaction((trx) => trx.insertInto('departure').values(row('1')).execute());
    await Promise.all([other.close(), other.close()]);
    await writing;
    const again = openDatabase(join(folder, 'steward.sqlite'));
    expect(await again.db.selectFrom('departure').select('server').execute()).toEqual([{ server: '1' }]);
    await again.close();
  });
});

describe('compareAndSet', () => {
  it('makes an act again, from the beginning, until nobody wrote in between', async () => {
    let round = 0;
    const answer = await compareAndSet(database, async (trx) => {
      round += 1;
      await trx
        .insertInto('departure')
        .values(row(`${round}`))
        .execute();
      if (round < 3) {
        throw new WriteConflict();
      }
      return 'written';
    });
    expect(answer).toBe('written');
    expect(await servers()).toEqual(['3']);
  });

  it('does not make an act again that failed for another reason', async () => {
    let rounds = 0;
    const failing = compareAndSet(database, async () => {
      rounds += 1;
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(rounds).toBe(1);
  });
});
