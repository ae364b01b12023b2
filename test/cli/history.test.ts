import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { thresholds } from '#config/thresholds.ts';
import { createHistoryArchive } from '#adapters/history/history-archive.ts';
import { openStore } from '#adapters/store/open-store.ts';
import { LoopbackProvider, type Question, type Reply } from '#test/support/http/loopback-provider.ts';
import { marketProvider, recordedRows } from '#test/support/http/market-provider.ts';
import { runCli } from '#test/support/process/run-cli.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

const KEY = 'secret-of-fred';

/** July 2024 came out on 2024-08-14, whatever series is asked for. */
function vintages({ url }: Question): Reply {
  const start = url.searchParams.get('realtime_start') ?? '';
  const end = url.searchParams.get('realtime_end') ?? '';
  const rows = [
    ['2023-07-01', '304.348', start],
    ['2024-06-01', '313.049', start],
    ['2024-07-01', '313.534', '2024-08-14'],
  ].map(([date, value, from]) => ({ date, value, realtime_start: from, realtime_end: end }));
  const facts = { realtime_start: start, realtime_end: end, units: 'lin', output_type: 1 };
  return { body: JSON.stringify({ ...facts, count: rows.length, observations: rows }) };
}

function everybody(until: string): (question: Question) => Reply {
  const market = marketProvider(until);
  return (question) =>
    question.url.pathname.includes('api.stlouisfed.org') ? vintages(question) : market(question);
}

type Filled = {
  readonly provider: LoopbackProvider;
  readonly out: string;
  fill(...more: readonly string[]): ReturnType<typeof runCli>;
};

async function prepare(env: Readonly<Record<string, string>> = { FRED_API_KEY: KEY }): Promise<Filled> {
  const provider = new LoopbackProvider();
  await provider.start();
  onTestFinished(() => provider.stop());
  const folder = await temporaryFolder();
  const out = join(folder, 'history');
  const surroundings = { SOURCES_URL: `http://${provider.host}`, DATA_DIR: join(folder, 'data'), ...env };
  return {
    provider,
    out,
    fill: (...more) => runCli('history', ['--from', '2024', '--out', out, ...more], surroundings),
  };
}

const text = (...path: readonly string[]): Promise<string> => readFile(join(...path), 'utf8');

describe('npm run history', { timeout: 60_000 }, () => {
  it('fills a folder that the backtest reads, and invents no consensus', async () => {
    const { provider, out, fill } = await prepare();
    provider.answer = everybody('2024-07-01');
    const { code, out: said, complaints } = await fill();
    expect([code, complaints]).toEqual([0, '']);

    const { market, prints } = await createHistoryArchive([out]).read();
    const recorded = recordedRows('2024-07-01').filter(({ session = '' }) => session >= '2024-01-01');
    expect(market.rut.closes).toEqual(recorded.map(({ session, rut }) => ({ session, close: Number(rut) })));
    expect(market.rut.source).toBe('Cboe');
    expect(market.vvix?.closes.at(-1)?.session).toBe('2024-07-01');
    // BLS on 2024-08-14: CPI for July 2024 rose 0.2 % on the month.
    expect(prints.find(({ kind }) => kind === 'CPI')).toMatchObject({
      referenceMonth: '2024-07',
      releasedAt: Date.parse('2024-08-14T12:30:00Z'),
      figures: { headline: { actual: 4 }, core: { actual: 4 } },
    });
    expect(prints.some(({ figures }) => figures.core.consensus !== undefined)).toBe(false);

    const account = await text(out, 'PROVENANCE.md');
    expect(said + account).toContain('Historical consensus: no free source gives it.');
    expect(said + account).not.toContain(KEY);
  });

  it('goes on where it ended: only new rows are added, and what was captured stays', async () => {
    const { provider, out, fill } = await prepare();
    provider.answer = everybody('2024-06-28');
    await fill();
    const before = await text(out, 'market', 'rut_daily.csv');
    const other = before.replace(/2024-06-28,[\d.]+,/, '2024-06-28,1111.11,');
    await writeFile(join(out, 'market', 'rut_daily.csv'), other);
    provider.answer = everybody('2024-07-01');
    const { code, out: said } = await fill();
    expect(code).toBe(0);
    expect(said).toContain('market/rut_daily.csv: 1 added to');
    const after = await text(out, 'market', 'rut_daily.csv');
    expect(after.startsWith(other)).toBe(true);
    expect(after.trim().split('\n').at(-1)).toMatch(/^2024-07-01,/);
    expect(await text(out, 'PROVENANCE.md')).toMatch(/say otherwise[^]*rut_daily\.csv: 2024-06-28/);
  });

  it('puts what the bot captured beside a print, and only what stood before the release', async () => {
    const DATA_DIR = await temporaryFolder();
    const store = await openStore(DATA_DIR, thresholds);
    const { ledger } = store;
    const scheduledAt = Date.parse('2024-08-14T12:30:00Z');
    const id = 'CPI-2024-08-14';
    const about = { source: 'BLS calendar', quality: 'live', status: 'scheduled' } as const;
    await ledger.changeReleases([{ at: 1, release: { id, kind: 'CPI', scheduledAt, ...about } }]);
    const survey = (consensus: number, capturedAt: number) =>
      ledger.keepForecasts(id, {
        figures: { headline: { consensus }, core: {}, headlineYearly: {} },
        source: 'ForexFactory',
        nature: 'survey',
        capturedAt,
      });
    await survey(2, scheduledAt - 9_000);
    await survey(6, scheduledAt - 1_000);
    await survey(8, scheduledAt + 1_000);
    await store.close();
    const { provider, out, fill } = await prepare({ FRED_API_KEY: KEY, DATA_DIR });
    provider.answer = everybody('2024-07-01');
    await fill();
    const { prints } = await createHistoryArchive([out]).read();
    expect(prints.find(({ kind }) => kind === 'CPI')).toMatchObject({
      consensusSource: 'ForexFactory',
      figures: { headline: { consensus: 6 } },
    });
  });

  it('writes nothing at all where nobody answers, and says so', async () => {
    const { out, fill } = await prepare();
    const { code, complaints } = await fill();
    expect(complaints).toContain('nothing was written');
    expect(complaints).toContain('RUT: Cboe changed: HTTP 404.');
    expect(complaints).not.toContain(KEY);
    expect([code, existsSync(out)]).toEqual([1, false]);
  });

  it('leaves a folder as it is that could not be read afterwards, with nothing beside it', async () => {
    const { provider, out, fill } = await prepare();
    provider.answer = everybody('2024-07-01');
    await fill();
    const broken = (await text(out, 'market', 'vix_daily.csv')).replace('date,close', 'date,last');
    await writeFile(join(out, 'market', 'vix_daily.csv'), broken);
    const spx = await text(out, 'market', 'spx_daily.csv');
    provider.answer = everybody('2024-07-02');
    const { code, complaints } = await fill();
    expect(complaints).toContain('vix_daily.csv');
    expect(code).toBe(1);
    expect(await text(out, 'market', 'spx_daily.csv')).toBe(spx);
    expect(await readdir(join(out, '..'))).toEqual(['history']);
  });

  it('says without a key that first prints take one, and ends with 1', async () => {
    const { provider, fill } = await prepare({});
    provider.answer = everybody('2024-07-01');
    const { code, out: said } = await fill();
    expect(said).toContain('First prints: they take FRED_API_KEY');
    expect(code).toBe(1);
  });

  it('ends with 2 when it was called wrongly', async () => {
    const { fill } = await prepare();
    const { code, complaints } = await fill('--from', 'yesterday');
    expect(complaints).toContain('--from takes a year such as 2007');
    expect(code).toBe(2);
  });
});
