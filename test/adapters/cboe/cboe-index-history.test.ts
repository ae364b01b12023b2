import { describe, expect, it } from 'vitest';
import { createCboeIndexHistory } from '#adapters/cboe/cboe-index-history.ts';
import { SourceChanged, SourceUnavailable } from '#domain/problem.ts';
import type { HttpClient } from '#ports/sources/http-client.ts';
import { fakeHttpClient } from '#test/support/http/fake-http-client.ts';
import { fixture } from '#test/support/http/fixture.ts';
import { recordedDiagnostics } from '#test/support/http/recorded-diagnostics.ts';

const signal = new AbortController().signal;
const vix = fixture('cboe/VIX_History.csv');

function history(body: string) {
  const diagnostics = recordedDiagnostics();
  const client = fakeHttpClient({ '_History.csv': body });
  return { source: createCboeIndexHistory({ client, diagnostics }), diagnostics, client };
}

describe('createCboeIndexHistory', () => {
  it('reads a row as the close of that trading day', async () => {
    const { closes, quality } = await history(vix).source.closes('VIX', signal);
    expect(closes[0]).toEqual({ session: '1990-01-02', close: 17.24 });
    expect(closes.at(-1)).toEqual({ session: '2024-08-30', close: 15 });
    expect(quality).toBe('live');
  });

  it('asks for the file of the index', async () => {
    const { source, client } = history(vix);
    await source.closes('VIX9D', signal);
    expect(client.asked[0]?.url).toBe(
      'https://cdn.cboe.com/api/global/us_indices/daily_prices/VIX9D_History.csv',
    );
  });

  it('reads the files that have the close alone, under the name of the index', async () => {
    const vvix = await history(fixture('cboe/VVIX_History.csv')).source.closes('VVIX', signal);
    expect(vvix.closes.at(-1)).toEqual({ session: '2024-08-30', close: 93.73 });
    const rut = await history(fixture('cboe/RUT_History.shape-only.csv')).source.closes('RUT', signal);
    expect(rut.closes.at(-1)?.session).toBe('2024-08-30');
  });

  it('reads a file again as soon as it has changed', async () => {
    const bodies = [vix, vix, `${vix}09/03/2024,15.550000,21.990000,15.460000,20.720000\r\n`];
    const client: HttpClient = {
      source: 'fake',
      ask: () => Promise.resolve({ body: bodies.shift() ?? '', askedAt: 0, isUnchanged: false }),
    };
    const source = createCboeIndexHistory({ client, diagnostics: recordedDiagnostics() });
    const first = await source.closes('VIX', signal);
    expect(await source.closes('VIX', signal)).toEqual(first);
    const { closes } = await source.closes('VIX', signal);
    expect(closes.at(-1)).toEqual({ session: '2024-09-03', close: 20.72 });
  });

  it('names the column that was renamed', async () => {
    const renamed = history(vix.replace('CLOSE', 'LAST')).source;
    await expect(renamed.closes('VIX', signal)).rejects.toThrow(SourceChanged);
    await expect(renamed.closes('VIX', signal)).rejects.toThrow(/no column CLOSE or VIX/);
  });

  it.each([
    ['a day that no calendar has', '01/03/1990', '02/30/1990', /\[1\]\[0\]/],
    ['a word for a close', '18.190000,18.190000\r', '18.190000,closed\r', /\[1\]\[1\]/],
    ['a line cut short', '18.190000,18.190000\r', '18.190000\r', /broken line/],
  ])('refuses %s', async (_, from, to, detail) => {
    await expect(history(vix.replace(from, to)).source.closes('VIX', signal)).rejects.toThrow(detail);
  });

  it('leaves out a close of 0 or NaN, and records the day', async () => {
    const body = vix
      .replace('15.190000,15.650000', '15.190000,0.000000')
      .replace('14.780000,15.000000', '14.780000,NaN');
    const { source, diagnostics } = history(body);
    const { closes } = await source.closes('VIX', signal);
    expect(closes.at(-1)?.session).toBe('2024-08-28');
    expect(diagnostics.recorded).toMatchObject([
      { kind: 'impossible', subject: 'VIX', count: 2, values: ['2024-08-29', '2024-08-30'] },
    ]);
  });

  it('refuses a page instead of a table, and a table without closes', async () => {
    await expect(history('<!DOCTYPE html><html>').source.closes('VIX', signal)).rejects.toThrow(
      SourceChanged,
    );
    await expect(history('DATE,VIX\r\n01/02/1990,0').source.closes('VIX', signal)).rejects.toThrow(/no row/);
    await expect(history('').source.closes('VIX', signal)).rejects.toThrow(/empty/);
  });

  it('passes on that there was no answer', async () => {
    const down = createCboeIndexHistory({ client: fakeHttpClient({}), diagnostics: recordedDiagnostics() });
    await expect(down.closes('VIX', signal)).rejects.toThrow(SourceUnavailable);
  });
});
