import { describe, expect, it } from 'vitest';
import { createFredReleaseDates } from '#adapters/fred/fred-release-dates.ts';
import { fredPolicy } from '#adapters/fred/index.ts';
import { SourceChanged } from '#domain/problem.ts';
import { describeHttpSource } from '#test/contracts/http-source.contract.ts';
import { answeringHttpClient } from '#test/support/http/answering-http-client.ts';
import { fixture } from '#test/support/http/fixture.ts';

const KEY = 'fr3d-k3y';
const clock = { now: () => Date.UTC(2024, 6, 2, 12) };
const signal = new AbortController().signal;

const bodyOf = (url: string): string =>
  fixture(`fred/release-dates-${new URL(url).searchParams.get('release_id') ?? ''}.composed.json`);

describeHttpSource('FRED release dates', {
  policy: fredPolicy(KEY),
  ask: (client, stop) => createFredReleaseDates({ client, clock, key: KEY }).dates(stop),
  body: ({ url }) => bodyOf(url.href),
  renamed: (body) => body.replaceAll('"date"', '"day"'),
});

function dates(change: (body: string) => string = (body) => body) {
  const client = answeringHttpClient(({ url }) => change(bodyOf(url)));
  return createFredReleaseDates({ client, clock, key: KEY }).dates(signal);
}

describe('createFredReleaseDates', () => {
  it('lists the days of both reports, without a time', async () => {
    const all = await dates();
    expect(all).toContainEqual({ kind: 'CPI', day: '2024-07-11' });
    expect(all).toContainEqual({ kind: 'PPI', day: '2024-07-12' });
    expect(all).toHaveLength(30);
  });

  it('asks for the days to come as well', async () => {
    const client = answeringHttpClient(({ url }) => bodyOf(url));
    await createFredReleaseDates({ client, clock, key: KEY }).dates(signal);
    const queries = client.requests.map(({ url }) => new URL(url).searchParams);
    expect(queries.map((query) => query.get('release_id'))).toEqual(['10', '46']);
    expect(queries[0]?.get('include_release_dates_with_no_data')).toBe('true');
    expect(queries[0]?.get('realtime_end')).toBe('9999-12-31');
  });

  it('takes a day once, and none from before the days that it asked for', async () => {
    const more = await dates((body) =>
      body.replace(
        '"release_dates":[',
        '"release_dates":[{"release_id":10,"date":"1999-01-14"},{"release_id":10,"date":"2024-07-11"},'.replaceAll(
          '10,',
          /"release_id":46/.test(body) ? '46,' : '10,',
        ),
      ),
    );
    const july = more.filter(({ kind, day }) => kind === 'CPI' && day === '2024-07-11');
    expect(july).toHaveLength(1);
    expect(more.some(({ day }) => day === '1999-01-14')).toBe(false);
  });

  it('refuses dates of another report', async () => {
    const strange = dates((body) => body.replace('"release_id":10', '"release_id":50'));
    await expect(strange).rejects.toThrow(SourceChanged);
  });
});
