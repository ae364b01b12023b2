import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { thresholds } from '#config/thresholds.ts';
import { openStore } from '#adapters/store/open-store.ts';
import { MIGRATIONS } from '#adapters/store/sqlite/migrations.ts';
import { canonicalJson } from '#domain/canonical-json.ts';
import { explainDecision } from '#services/signal/explain-decision.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

/** The row of 2014-09-23 as the store of 30 November 2026 wrote it, its texts to the letter. */
const FIXTURE = join(import.meta.dirname, '../../fixtures/decisions/2014-09-23.official.json');
const Row = z.object({
  decision: z.string(),
  inputs: z.string(),
  snapshot: z.string(),
  recordedAt: z.number(),
});
const VERSION = 11;

async function opened() {
  const row = Row.parse(JSON.parse(await readFile(FIXTURE, 'utf8')));
  const folder = await temporaryFolder();
  const database = new DatabaseSync(join(folder, 'steward.sqlite'));
  MIGRATIONS.slice(0, VERSION).forEach((migration) => database.exec(migration));
  database.prepare('INSERT INTO identity VALUES (?)').run('7f2c6f6e-0d8a-4f5e-9c55-2b8f7a0f5c11');
  database.prepare('INSERT INTO snapshot (hash, snapshot) VALUES (?, ?)').run('h', row.snapshot);
  database
    .prepare(
      'INSERT INTO decision (server, id, recorded_at, decision, snapshot, inputs) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run('1', '2014-09-23.official', row.recordedAt, row.decision, 'h', row.inputs);
  database.exec(`PRAGMA application_id = 0x56675374; PRAGMA user_version = ${VERSION}`);
  database.close();
  const store = await openStore(folder, thresholds);
  onTestFinished(() => store.close());
  return { row, ledger: store.ledger };
}

it('a decision of before, with settings that there are no more, replays byte for byte', async () => {
  const { row, ledger } = await opened();
  expect(row.inputs).toContain('"ratio.mode":"auto"');
  const { recorded, replay } = await explainDecision({ ledger }, '1', '2014-09-23.official');
  expect(replay).toBe('same');
  expect(canonicalJson(recorded.decision)).toBe(row.decision);
  expect(recorded.decision).toMatchObject({ state: 'CAPITULATION', ratio: { step: 0.1, next: 0.7 } });
  expect(recorded.inputs).not.toHaveProperty('schema');
});
