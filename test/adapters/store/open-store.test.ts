import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '#adapters/store/open-store.ts';
import { StoreUnusable } from '#domain/problem.ts';
import { thresholds } from '#config/thresholds.ts';
import { aDecision } from '#test/support/engine/decision.ts';
import { recordedOf } from '#test/support/ledger/ledger-entries.ts';
import { describeLedger } from '#test/contracts/ledger.contract.ts';
import { describeSettingsStore } from '#test/contracts/settings-store.contract.ts';

const KILLED = fileURLToPath(new URL('../../support/process/killed-writer.ts', import.meta.url));

let folder: string;
const open: Store[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vega-store-'));
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((store) => store.close()));
  rmSync(folder, { recursive: true, force: true });
});

async function opened(inside = 'data'): Promise<Store> {
  const store = await openStore(join(folder, inside), thresholds);
  open.push(store);
  return store;
}

/** What opening throws, and whether it left every file of the folder as it was. */
async function refusal(): Promise<{ readonly why: unknown; readonly untouched: boolean }> {
  const before = contents();
  try {
    await opened('.');
  } catch (error) {
    const why = error instanceof StoreUnusable ? error.why : error;
    return { why, untouched: JSON.stringify(contents()) === JSON.stringify(before) };
  }
  return { why: 'opened', untouched: false };
}

function contents(): readonly (readonly [string, string])[] {
  return readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]);
}

describeLedger('SQLite', async () => (await opened()).ledger);
describeSettingsStore('SQLite', async () => (await opened()).settings, thresholds.defaults);

describe('openStore', () => {
  it('makes the folder with its parents', async () => {
    await opened('a/b/c');
    expect(existsSync(join(folder, 'a/b/c/steward.sqlite'))).toBe(true);
  });

  it('finds everything again, its name too', async () => {
    const first = await opened();
    await first.ledger.saveReplayPosition('2014-09-17', 5);
    await first.settings.change('1', { by: 'ann', at: 1, values: [{ key: 'ratio.base', text: '0.65' }] });
    await first.close();
    await first.close();
    const second = await opened();
    expect(second.id).toBe(first.id);
    expect(await second.ledger.replayPosition()).toEqual({ episode: '2014-09-17', instant: 5 });
    expect((await second.settings.read('1')).settings['ratio.base']).toBe(0.65);
  });

  it('stores a snapshot once that many servers share', async () => {
    const store = await opened('.');
    const { inputs, ...others } = recordedOf(aDecision());
    for (const server of ['1', '2', '3']) {
      const snapshot = structuredClone(inputs.snapshot);
      const recorded = { ...others, server, inputs: { ...inputs, snapshot } };
      await store.ledger.record({ recorded, deliveries: [] });
    }
    await store.close();
    const database = new DatabaseSync(join(folder, 'steward.sqlite'));
    expect(database.prepare('SELECT count(*) AS kept FROM snapshot').get()).toEqual({ kept: 1 });
    database.close();
  });

  it('names no two stores alike', async () => {
    expect((await opened('a')).id).not.toBe((await opened('b')).id);
  });

  it('refuses a store that is open already', async () => {
    await opened('.');
    expect((await refusal()).why).toBe('locked');
  });

  it('refuses a file that is no database', async () => {
    writeFileSync(
      join(folder, 'steward.sqlite'),
      'a shopping list, longer than a header of SQLite '.repeat(99),
    );
    expect(await refusal()).toEqual({ why: 'corrupt', untouched: true });
  });

  it('refuses a store with damaged pages', async () => {
    const store = await opened('.');
    for (let round = 0; round < 50; round++) {
      await store.settings.change(`${round}`, {
        by: 'ann',
        at: 1,
        values: [{ key: 'ratio.base', text: '0.65' }],
      });
    }
    await store.close();
    const file = join(folder, 'steward.sqlite');
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 4096, bytes.length);
    writeFileSync(file, bytes);
    expect(await refusal()).toEqual({ why: 'corrupt', untouched: true });
  });

  it('refuses a database of another program', async () => {
    const database = new DatabaseSync(join(folder, 'steward.sqlite'));
    database.exec('CREATE TABLE recipes (name TEXT)');
    database.close();
    expect(await refusal()).toEqual({ why: 'corrupt', untouched: true });
  });

  it('refuses a store that a newer version wrote', async () => {
    await (await opened('.')).close();
    const database = new DatabaseSync(join(folder, 'steward.sqlite'));
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(await refusal()).toEqual({ why: 'newer', untouched: true });
  });

  it('refuses a folder that cannot be made, and a file that is a folder', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(opened('file/data')).rejects.toMatchObject({ why: 'unreadable' });
    mkdirSync(join(folder, 'other/steward.sqlite'), { recursive: true });
    await expect(opened('other')).rejects.toMatchObject({ why: 'unreadable' });
  });

  it('keeps every write that was answered when its process is killed, and halves of none', async () => {
    const child = spawn(process.execPath, [KILLED, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    let answered = 0;
    let meanwhile: ReturnType<typeof refusal> | undefined;
    child.stdout.on('data', (chunk: Buffer) => {
      answered = Math.max(answered, ...chunk.toString().trim().split('\n').map(Number));
      if (answered >= 20) {
        meanwhile ??= refusal();
        child.kill('SIGKILL');
      }
    });
    await once(child, 'close');
    expect(await meanwhile).toMatchObject({ why: 'locked' });
    const { ledger } = await opened('.');
    const planned = await ledger.work(0, Number.MAX_SAFE_INTEGER);
    expect(planned.length % 2).toBe(0);
    expect(planned.length).toBeGreaterThanOrEqual(2 * answered);
    expect(answered).toBeGreaterThanOrEqual(20);
  });
});
