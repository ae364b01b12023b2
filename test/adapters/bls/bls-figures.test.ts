import { describe, expect, it } from 'vitest';
import { createBlsFigures } from '#adapters/bls/bls-figures.ts';
import { blsPolicy } from '#adapters/bls/index.ts';
import { SourceChanged, SourceUnavailable } from '#domain/problem.ts';
import { describeHttpSource } from '#test/contracts/http-source.contract.ts';
import { answeringHttpClient } from '#test/support/http/answering-http-client.ts';
import { fixture } from '#test/support/http/fixture.ts';

const KEY = 'b15-k3y';
const CPI = fixture('bls/cpi-2024-07.composed.json');
const clock = { now: () => Date.UTC(2024, 7, 14, 12, 30, 5) };
const signal = new AbortController().signal;

const JULY = {
  referenceMonth: '2024-07',
  // First prints of 2024-08-14: 0.2, 0.2 and 2.9 %; June as restated since then.
  figures: {
    headline: { actual: 4, revisedPrevious: 0 },
    core: { actual: 4, revisedPrevious: 2 },
    headlineYearly: { actual: 58, revisedPrevious: 60 },
  },
  unrounded: { headline: 0.1677, core: 0.1727, headlineYearly: 2.8948 },
  values: 'CUSR0000SA0=313.569;CUSR0000SA0L1E=318.940;CUUR0000SA0=314.540',
  quality: 'live',
};

function source(body: string, key: string | undefined = KEY) {
  return createBlsFigures({ client: answeringHttpClient(body), clock, key });
}

/** The same body with every level of July as it was in June. */
function repeatedJune(body: string): string {
  return body.replace('313.569', '313.044').replace('318.940', '318.390').replace('314.540', '314.175');
}

const JUNE = await source(CPI.replaceAll(/\n\{"year":"2024","period":"M07"[^\n]*\n/g, '\n')).look(
  'CPI',
  signal,
);

describeHttpSource('BLS figures', {
  policy: blsPolicy(KEY),
  ask: (client, stop) => createBlsFigures({ client, clock, key: KEY }).look('CPI', stop),
  body: () => CPI,
  renamed: (body) => body.replaceAll('"seriesID"', '"seriesId"'),
  repeated: { body: repeatedJune, becomes: { value: JUNE } },
});

describe('createBlsFigures', () => {
  it('gives the printed changes of the newest month', async () => {
    expect(await source(CPI).look('CPI', signal)).toEqual(JULY);
  });

  it('reads producer prices from their own series', async () => {
    const shown = await source(fixture('bls/ppi-2024-07.shape-only.json')).look('PPI', signal);
    expect(shown?.values).toMatch(/^WPSFD4=144.922;WPSFD49104=.*;WPUFD4=/);
  });

  it('takes results in a list as well', async () => {
    const listed = CPI.replace('"Results":{', '"Results":[{').replace(/\}\s*$/, ']}');
    expect(await source(listed).look('CPI', signal)).toEqual(JULY);
  });

  it('asks for all series of the report at once, with the key in the body alone', async () => {
    const client = answeringHttpClient(CPI);
    await createBlsFigures({ client, clock, key: KEY }).look('CPI', signal);
    expect(client.requests).toHaveLength(1);
    expect(client.requests[0]).toMatchObject({
      url: 'https://api.bls.gov/publicAPI/v2/timeseries/data/',
      method: 'POST',
    });
    expect(JSON.parse(client.requests[0]?.body ?? '')).toEqual({
      seriesid: ['CUSR0000SA0', 'CUSR0000SA0L1E', 'CUUR0000SA0'],
      startyear: '2022',
      endyear: '2024',
      registrationkey: KEY,
    });
  });

  it('does without a key, at the slower pace and within the smaller quota', async () => {
    const client = answeringHttpClient(CPI);
    const keyless = createBlsFigures({ client, clock, key: undefined });
    await keyless.look('CPI', signal);
    expect(client.requests[0]?.body).not.toContain('registrationkey');
    expect([keyless.pace, source(CPI).pace]).toEqual(['keyless', 'keyed']);
    expect([blsPolicy(undefined).retries.attempts, blsPolicy(KEY).retries.attempts]).toEqual([1, 2]);
    expect([blsPolicy(undefined).budget, blsPolicy(KEY).budget]).toEqual([{ perDay: 25 }, { perDay: 500 }]);
  });

  it('takes a dash with a footnote for a month that was not published', async () => {
    const lapse = '{"code":"X","text":"Data unavailable due to the 2025 lapse in appropriations"}';
    const holed = CPI.replaceAll(
      /("period":"M06","periodName":"June","value":)"[^"]*","footnotes":\[\{\}\]/g,
      `$1"-","footnotes":[${lapse}]`,
    );
    const shown = await source(holed).look('CPI', signal);
    expect(shown).toMatchObject({
      referenceMonth: '2024-07',
      figures: { headline: {}, core: {}, headlineYearly: { actual: 58 } },
      note: '2024-06: Data unavailable due to the 2025 lapse in appropriations',
    });
  });

  it('does not read the average of a year as a month', async () => {
    const averaged = CPI.replaceAll('"year":"2024","period":"M07"', '"year":"2024","period":"M13"');
    expect((await source(averaged).look('CPI', signal))?.referenceMonth).toBe('2024-06');
  });

  it.each([
    [
      'its quota is spent',
      'Request could not be serviced, as the daily threshold has been reached.',
      SourceUnavailable,
    ],
    ['it does not know the key', `The key:${KEY} provided by the User is invalid.`, SourceChanged],
  ])('says that %s, without the key', async (_, message, problem) => {
    const refused = { status: 'REQUEST_NOT_PROCESSED', responseTime: 0, message: [message], Results: {} };
    const error: unknown = await source(JSON.stringify(refused))
      .look('CPI', signal)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(problem);
    const shown = error instanceof Error ? `${error.message} ${String(error.cause)}` : '';
    expect(shown).toContain('REQUEST_NOT_PROCESSED');
    expect(shown).not.toContain(KEY);
  });

  it.each([
    [
      'a series is missing',
      (body: string) => body.replace('CUSR0000SA0L1E', 'CUSR0000SA0L2'),
      /no figures of/,
    ],
    ['a level is no number', (body: string) => body.replace('"313.569"', '"n/a"'), /value/],
    ['a level is 0', (body: string) => body.replace('"313.569"', '"0.000"'), /value/],
    ['a level is negative', (body: string) => body.replace('"313.569"', '"-313.569"'), /value/],
  ])('refuses an answer in which %s', async (_, change, words) => {
    await expect(source(change(CPI)).look('CPI', signal)).rejects.toThrow(SourceChanged);
    await expect(source(change(CPI)).look('CPI', signal)).rejects.toThrow(words);
  });

  it.each(['bls/cusr0000sa0-2021.json', 'bls/preliminary-footnote-2019.json'])(
    'reads the recorded answer %s, and misses only the series that it does not have',
    async (path) => {
      await expect(source(fixture(path)).look('CPI', signal)).rejects.toThrow(/no figures of CU/);
    },
  );
});
