import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore, type Store } from '#adapters/store/open-store.ts';
import { thresholds } from '#config/thresholds.ts';
import { canonicalJson } from '#domain/canonical-json.ts';
import { StoredRowDamaged } from '#domain/problem.ts';
import { aDecision } from '#test/support/engine/decision.ts';
import { deliveryOf, recordedOf, SERVER } from '#test/support/ledger/ledger-entries.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

const OTHER = '100000000000000009';
const WORK = { kind: 'close', session: '2014-09-23', validUntil: 900 } as const;

/** A store in which each text of a table was changed by hand while it was closed. */
async function damaged(
  fill: (store: Store) => Promise<unknown>,
  statement: string,
  ...values: readonly string[]
): Promise<Store> {
  const folder = await temporaryFolder();
  const store = await openStore(folder, thresholds);
  await fill(store);
  await store.close();
  const handle = new DatabaseSync(join(folder, 'steward.sqlite'));
  handle.prepare(statement).run(...values);
  handle.close();
  const reopened = await openStore(folder, thresholds);
  onTestFinished(() => reopened.close());
  return reopened;
}

const record = async ({ ledger }: Store): Promise<void> => {
  await ledger.record({ recorded: recordedOf(aDecision()), deliveries: [] });
  await ledger.record({ recorded: recordedOf(aDecision(), OTHER), deliveries: [] });
};

describe('a row that is not what it should be', () => {
  it('is named with its table, its id and the member that does not fit, and all others are read', async () => {
    const { ledger } = await damaged(
      record,
      `UPDATE decision SET decision = replace(decision, '"base":', '"base":"much","was":') WHERE server = ?`,
      SERVER,
    );
    const { id } = aDecision();
    const problem = { constructor: StoredRowDamaged, table: 'decision', id, path: 'ratio.base' };
    await expect(ledger.decision(SERVER, id)).rejects.toMatchObject(problem);
    await expect(ledger.decisions(SERVER, 5)).rejects.toMatchObject(problem);
    expect(await ledger.decision(OTHER, id)).toEqual(recordedOf(aDecision(), OTHER));
    expect((await ledger.memory(SERVER))?.state).toBe(aDecision().memory.state);
  });

  it.each(['', '{', 'null', '[]', '5', '"text"'])('is damaged as a whole where it holds %s', async (text) => {
    const { ledger } = await damaged(record, 'UPDATE snapshot SET snapshot = ?', text);
    const reading = ledger.decision(SERVER, aDecision().id);
    await expect(reading).rejects.toMatchObject({
      constructor: StoredRowDamaged,
      table: 'snapshot',
      path: '',
    });
    expect(await ledger.decisions(SERVER, 5)).toHaveLength(1);
  });

  it('keeps no other alert from leaving: it is dropped with the reason, and the next one goes', async () => {
    const { ledger } = await damaged(
      (store) => store.ledger.planDeliveries([deliveryOf('a', '1'), deliveryOf('b', '2')]),
      `UPDATE delivery SET alert = '{}' WHERE server = '1'`,
    );
    const claimed = await ledger.claimDelivery(1_000);
    expect(claimed?.planned.alert.server).toBe('2');
    expect(await ledger.claimDelivery(1_000)).toBeUndefined();
    expect(await ledger.countDeliveries()).toEqual({ planned: 2, sent: 0, dropped: 1 });
  });

  it.each(['claimWork', 'claimBacklog'] as const)(
    'keeps no other work from being done when it is met by %s',
    async (claim) => {
      const { ledger } = await damaged(
        (store) => store.ledger.plan(['a', 'b'].map((id, place) => ({ ...WORK, id, dueAt: 100 + place }))),
        `UPDATE work SET work = '{"id":"a"}' WHERE id = 'a'`,
      );
      const claimed =
        claim === 'claimWork'
          ? [await ledger.claimWork(500)]
          : await ledger.claimBacklog(500, { least: 1, most: 5 });
      expect(claimed.map((work) => work?.id)).toEqual(['b']);
      expect(await ledger.claimWork(500)).toBeUndefined();
      expect(await ledger.nextWorkAt()).toBeUndefined();
    },
  );

  it("is one server's settings, and those of others still apply", async () => {
    const { settings } = await damaged(async (store) => {
      for (const server of ['1', '2']) {
        const values = [{ key: 'ratio.base', text: '0.65' } as const];
        await store.settings.change(server, { by: 'ann', at: 1, values });
      }
    }, `UPDATE keyv SET value = '{"value":{"version":"one"}}' WHERE key = '1'`);
    const problem = { constructor: StoredRowDamaged, table: 'keyv', id: 'settings/1', path: 'version' };
    await expect(settings.read('1')).rejects.toMatchObject(problem);
    expect((await settings.read('2')).settings['ratio.base']).toBe(0.65);
  });
});

describe('a row that a newer or an older version wrote', () => {
  it('keeps members that are not known here, to the byte', async () => {
    const { ledger } = await damaged(
      record,
      `UPDATE decision SET decision = replace(decision, '"hot":', '"extra":{"b":1,"a":[2]},"hot":')`,
    );
    const decision = await ledger.decision(SERVER, aDecision().id);
    expect(canonicalJson(decision?.decision)).toBe(
      canonicalJson({ ...aDecision(), extra: { b: 1, a: [2] } }),
    );
  });

  it('takes the defaults for settings that there were not yet when a decision was made', async () => {
    const { ledger } = await damaged(
      record,
      `UPDATE decision SET inputs = json_remove(inputs, '$.settings."book.approvals"', '$.settings."alerts.kinds".roll')`,
    );
    const stored = (await ledger.decision(SERVER, aDecision().id))?.inputs.settings;
    expect(stored?.['book.approvals']).toBe(thresholds.defaults['book.approvals']);
    expect(stored?.['alerts.kinds'].roll).toBe(thresholds.defaults['alerts.kinds'].roll);
    expect(stored?.['ratio.base']).toBe(recordedOf(aDecision()).inputs.settings['ratio.base']);
  });
});
