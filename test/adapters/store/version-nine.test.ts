import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '#adapters/store/open-store.ts';
import { thresholds } from '#config/thresholds.ts';
import { canonicalJson } from '#domain/canonical-json.ts';
import { deliveryOf } from '#test/support/ledger/ledger-entries.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

/*
 * A file that the bot of 1 December 2026 wrote, before its ledgers went through a query layer: it played the episode of
 * 2014-09-17 with the worked example as its book, and then a row of everything else that it could keep was added.
 */
const WRITTEN = gunzipSync(
  readFileSync(new URL('../../fixtures/store/version-9.sqlite.gz', import.meta.url)),
);
const SERVER = '100000000000000000';
const RELEASE = 'CPI-2014-10-22';

/** What stands in a column of the file, row after row. */
function columnOf(folder: string, query: string): readonly unknown[] {
  const handle = new DatabaseSync(join(folder, 'steward.sqlite'));
  const texts = handle.prepare(query).all();
  handle.close();
  return texts.map(({ text }) => text);
}

async function written(): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'steward.sqlite'), WRITTEN);
  return folder;
}

async function opened(folder?: string) {
  const store = await openStore(folder ?? (await written()), thresholds);
  onTestFinished(() => store.close());
  return { ...store, server: SERVER };
}

describe('a store of version 9, opened today,', () => {
  it('gives every decision back to the byte, with what it was made of', async () => {
    const folder = await written();
    const texts = columnOf(folder, 'SELECT decision AS text FROM decision ORDER BY place DESC');
    const snapshots = columnOf(
      folder,
      'SELECT s.snapshot AS text FROM decision JOIN snapshot AS s ON s.hash = decision.snapshot ORDER BY place DESC',
    );
    const { ledger, server } = await opened(folder);
    const decisions = await ledger.decisions(server, 100);
    expect(decisions).toHaveLength(9);
    expect(decisions.map(canonicalJson)).toEqual(texts);
    const recorded = await Promise.all(decisions.map(({ id }) => ledger.decision(server, id)));
    expect(recorded.map((each) => canonicalJson(each?.inputs.snapshot))).toEqual(snapshots);
    expect(await ledger.reports(server, 100)).toEqual(
      recorded.map((each) => ({ decision: each?.decision, report: each?.inputs.standing })),
    );
  });

  it('keeps alerts to the byte, and where each of them stands', async () => {
    const folder = await written();
    const texts = columnOf(folder, 'SELECT alert AS text FROM delivery ORDER BY place DESC');
    const { ledger, server } = await opened(folder);
    const deliveries = await ledger.deliveries(server, 100);
    expect(deliveries.map(({ alert }) => canonicalJson(alert))).toEqual(texts);
    const states = new Map(deliveries.map(({ alert, delivery }) => [alert.key, delivery]));
    expect(states.get('sending')).toEqual({ state: 'sending', attempt: 1, since: 10 });
    expect(states.get('retry')).toEqual({ state: 'due', attempt: 3, notBefore: 4_000 });
    expect(states.get('dropped')).toEqual({ state: 'dropped', at: 9, reason: 'too late' });
    expect(states.get('new')).toEqual({ state: 'due', attempt: 1, notBefore: 0 });
    expect(await ledger.countDeliveries()).toEqual({ planned: 14, sent: 10, dropped: 1 });
  });

  it('keeps work with where each piece stands', async () => {
    const { ledger } = await opened();
    const statuses = (await ledger.work(0, 100)).map(({ work, status }) => [work.id, status]);
    expect(statuses).toEqual([
      ['claimed', { state: 'claimed', since: 1, notBefore: 1 }],
      ['due', { state: 'due', notBefore: 77 }],
      ['missed', { state: 'missed', at: 30 }],
      ['done', { state: 'done', at: 31, late: true }],
      ['skipped', { state: 'skipped', at: 32, reason: 'closed' }],
    ]);
  });

  it('keeps what people and sources said', async () => {
    const { ledger, settings, server } = await opened();
    expect(await settings.servers()).toEqual([server]);
    expect((await ledger.openLots({ server })).open).toHaveLength(4);
    expect(await ledger.bookEvents({ server }, 100)).toHaveLength(4);
    expect(await ledger.manualMarks(server)).toHaveLength(12);
    expect(await ledger.scores(server)).toHaveLength(1);
    expect(await ledger.recommendations(server)).toHaveLength(1);
    expect((await ledger.memory(server))?.programme).toMatchObject({ ratio: 0.7, upUsed: 0.1 });
    expect(await ledger.ratioOverrides(server, 5)).toMatchObject([{ why: 'a desk decision' }]);
    expect(await ledger.prints(Number.MAX_SAFE_INTEGER)).toHaveLength(1);
    expect(await ledger.forecasts(RELEASE)).toMatchObject([{ server, nature: 'survey' }]);
    expect(await ledger.latestShown('BLS', 'CPI')).toMatchObject({ values: 'x' });
    expect(await ledger.latestReading()).toMatchObject({ sources: [{ source: 'BLS', listed: 3 }] });
    expect((await ledger.sourceState('BLS')).failuresInRow).toBe(2);
    expect(await ledger.departures()).toEqual([{ server: '200000000000000000', at: 5 }]);
    expect(await ledger.replayPosition()).toMatchObject({ episode: '2014-09-17' });
  });

  it('goes on where it was left', async () => {
    const { ledger, settings, server } = await opened();
    await ledger.reclaimWork();
    await ledger.reclaimDeliveries();
    expect((await ledger.claimWork(1))?.id).toBe('claimed');
    expect(await ledger.claimDelivery(5)).toMatchObject({
      planned: { alert: { key: 'sending' } },
      interrupted: true,
    });
    // A step that was planned before the ratio was set by hand does not count, and one planned since does.
    const step = { ratio: 0.9, upUsed: 0.3 };
    await ledger.settleDelivery('sending', { state: 'sent', at: 6, messageId: 'm' }, { programme: step });
    expect((await ledger.memory(server))?.programme.ratio).toBe(0.7);
    await ledger.planDeliveries([deliveryOf('after', server)]);
    await ledger.settleDelivery(
      `${server}/after`,
      { state: 'sent', at: 7, messageId: 'n' },
      { programme: step },
    );
    expect((await ledger.memory(server))?.programme).toEqual(step);
    const { version } = await settings.read(server);
    await settings.change(server, { by: 'ann', at: 9, values: [{ key: 'ratio.base', text: '0.55' }] });
    expect((await settings.read(server)).version).toBe(version + 1);
    await ledger.forgetServer(server);
    expect(await ledger.forecasts(RELEASE)).toEqual([]);
    expect(await ledger.deliveries(server, 5)).toEqual([]);
  });
});
