import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MIGRATIONS } from '#adapters/store/sqlite/migrations.ts';
import { openStore } from '#adapters/store/open-store.ts';
import { canonicalJson } from '#domain/canonical-json.ts';
import { thresholds } from '#config/thresholds.ts';
import { aDecision } from '#test/support/engine/decision.ts';
import { recordedOf } from '#test/support/ledger/ledger-entries.ts';
import { releaseOn } from '#test/support/engine/releases.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

const { decision, inputs } = recordedOf(aDecision());
const { snapshot, ...kept } = inputs;
const NAME = '7f2c6f6e-0d8a-4f5e-9c55-2b8f7a0f5c11';
const CPI = releaseOn('CPI', '2014-09-17');
const PRINT = {
  releaseId: CPI.id,
  kind: 'CPI',
  referenceMonth: '2014-08',
  figures: { headline: { actual: -4 }, core: { actual: 0 }, headlineYearly: {} },
  scheduledAt: CPI.scheduledAt,
  releasedAt: CPI.scheduledAt,
  receivedAt: CPI.scheduledAt,
  source: 'BLS',
  quality: 'live',
} as const;
const ALERT = {
  key: '1/2014-09-23.official/official',
  server: '1',
  kind: 'official',
  content: { form: 'line', decision },
  silent: true,
} as const;
const WORK = { id: 'w', kind: 'official', session: '2014-09-24', dueAt: 5, validUntil: 9 } as const;
/** Work of this kind has had another name since. */
const MISSED = {
  key: '1/w.missed',
  server: '1',
  kind: 'missed',
  content: { form: 'missed', work: WORK },
  silent: false,
} as const;
const TICK = { item: 'vix-gate', by: '7', at: 3 } as const;
const PROGRAMME = { ratio: 0.7, upUsed: 0.1, lastUpStep: '2014-09-23' };

/** A store as the first published version wrote it, with a row in every table. */
async function storeOfVersionOne(): Promise<string> {
  const folder = await temporaryFolder();
  const database = new DatabaseSync(join(folder, 'steward.sqlite'));
  database.exec(`PRAGMA journal_mode = WAL; ${MIGRATIONS[0] ?? ''}`);
  const insert = (table: string, values: readonly (string | number)[]): void => {
    const places = values.map(() => '?').join(', ');
    database.prepare(`INSERT INTO ${table} VALUES (${places})`).run(...values);
  };
  const settings = {
    value: {
      version: 1,
      values: { 'ratio.base': 0.65, 'alerts.channel': '100000000000000001' },
      changes: [{ key: 'ratio.base', from: 0.6, to: 0.65, by: 'ann', at: 1 }],
    },
  };
  insert('identity', [NAME]);
  insert('keyv', ['settings', '1', JSON.stringify(settings)]);
  insert('work', [1, 'w', 5, canonicalJson(WORK), 'due', 5, canonicalJson({ state: 'due', notBefore: 5 })]);
  insert('snapshot', ['h', canonicalJson(snapshot)]);
  const { book: _unset, ...others } = kept;
  insert('decision', [1, '1', decision.id, 4, canonicalJson(decision), 'h', canonicalJson(others)]);
  insert('memory', ['1', canonicalJson(decision.memory), canonicalJson(PROGRAMME)]);
  const due = canonicalJson({ state: 'due', attempt: 1, notBefore: 0 });
  insert('delivery', [1, ALERT.key, '1', canonicalJson(ALERT), '2', 'n', 4, 'due', 0, due, 0]);
  insert('delivery', [2, MISSED.key, '1', canonicalJson(MISSED), '2', 'm', 5, 'due', 0, due, 0]);
  insert('print', [PRINT.releaseId, PRINT.receivedAt, canonicalJson(PRINT)]);
  insert('tick', ['1', CPI.id, TICK.item, TICK.at, canonicalJson(TICK)]);
  insert('place', [1, '2014-09-17', 6]);
  database.exec('PRAGMA application_id = 0x56675374; PRAGMA user_version = 1');
  database.close();
  return folder;
}

async function opened() {
  const store = await openStore(await storeOfVersionOne(), thresholds);
  onTestFinished(() => store.close());
  return store;
}

describe('a store of the first version, opened today,', () => {
  it('keeps its name, its settings and their record', async () => {
    const { id, settings } = await opened();
    expect(id).toBe(NAME);
    const read = await settings.read('1');
    expect(read.settings['ratio.base']).toBe(0.65);
    expect(read.changes).toHaveLength(1);
    expect(await settings.servers()).toEqual(['1']);
  });

  it('keeps decisions with their inputs, memory, programme, alerts and ticks', async () => {
    const { ledger } = await opened();
    expect((await ledger.decision('1', decision.id))?.inputs).toEqual(inputs);
    expect((await ledger.memory('1'))?.programme).toEqual(PROGRAMME);
    const missed = { ...MISSED, content: { form: 'missed', work: { ...WORK, kind: 'close' } } };
    expect((await ledger.deliveries('1', 5)).map(({ alert }) => alert)).toEqual([missed, ALERT]);
    expect(await ledger.ticks('1', CPI.id)).toEqual([TICK]);
  });

  it('keeps work, prints and the place of a replay', async () => {
    const { ledger } = await opened();
    expect(await ledger.claimWork(5)).toEqual({ ...WORK, kind: 'close' });
    expect(await ledger.prints(CPI.scheduledAt)).toEqual([PRINT]);
    expect(await ledger.replayPosition()).toEqual({ episode: '2014-09-17', instant: 6 });
  });

  it('has room for everything that came later, and none of it filled', async () => {
    const { ledger } = await opened();
    expect(await ledger.openLots({ server: '1' })).toEqual({ revision: 0, open: [] });
    expect(await ledger.proposals('1', 5)).toEqual([]);
    expect(await ledger.manualMarks('1')).toEqual([]);
    expect(await ledger.storedReleases()).toEqual([]);
    expect(await ledger.notes('1', CPI.id)).toEqual([]);
    expect(await ledger.scores('1')).toEqual([]);
    expect(await ledger.manualPrints('1')).toEqual([]);
    expect(await ledger.keepRevision({ ...PRINT, receivedAt: PRINT.receivedAt + 1 })).toBe('same');
  });

  it('is what the first entry has always made', () => {
    const digest = createHash('sha256')
      .update(MIGRATIONS[0] ?? '')
      .digest('hex');
    expect(digest).toBe('20fbd7e25642f9a5d1570aad3912402f7c6e3577697fcfc4be6d2370f6bac5c3');
  });
});

describe('a store of any version', () => {
  it.each(MIGRATIONS.map((_, place) => place + 1))(
    'is brought from version %d to the newest',
    async (version) => {
      const folder = await temporaryFolder();
      const database = new DatabaseSync(join(folder, 'steward.sqlite'));
      MIGRATIONS.slice(0, version).forEach((migration) => database.exec(migration));
      database.prepare('INSERT INTO identity VALUES (?)').run(NAME);
      database.exec(`PRAGMA application_id = 0x56675374; PRAGMA user_version = ${version}`);
      database.close();
      const store = await openStore(folder, thresholds);
      onTestFinished(() => store.close());
      expect(store.id).toBe(NAME);
      expect(await store.ledger.keepManualPrint('1', PRINT)).toBe('kept');
    },
  );
});
