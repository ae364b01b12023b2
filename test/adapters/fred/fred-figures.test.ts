import { describe, expect, it } from 'vitest';
import { createFredFigures } from '#adapters/fred/fred-figures.ts';
import { fredPolicy } from '#adapters/fred/index.ts';
import { describeHttpSource } from '#test/contracts/http-source.contract.ts';
import { answeringHttpClient } from '#test/support/http/answering-http-client.ts';
import { fixture } from '#test/support/http/fixture.ts';

const KEY = 'fr3d-k3y';
const clock = { now: () => Date.UTC(2024, 7, 14, 16) };
const signal = new AbortController().signal;

function bodyOf(url: URL): string {
  return fixture(`fred/${url.searchParams.get('series_id')?.toLowerCase() ?? ''}-2024-07.composed.json`);
}

/** The month before under the name of July. */
const repeatedJune = (body: string): string =>
  body.replace(/"date":"2024-07-01","value":"[^"]*"/, () => {
    const [, june = ''] = /"date":"2024-06-01","value":"([^"]*)"/.exec(body) ?? [];
    return `"date":"2024-07-01","value":"${june}"`;
  });

const withoutJuly = (body: string): string => body.replace(/,\s*\{[^{}]*"date":"2024-07-01"[^{}]*\}/, '');

const JUNE = await createFredFigures({
  client: answeringHttpClient(({ url }) => withoutJuly(bodyOf(new URL(url)))),
  clock,
  key: KEY,
}).look('CPI', signal);

describeHttpSource('FRED figures', {
  policy: fredPolicy(KEY),
  ask: (client, stop) => createFredFigures({ client, clock, key: KEY }).look('CPI', stop),
  body: ({ url }) => bodyOf(url),
  renamed: (body) => body.replaceAll('"value"', '"level"'),
  wrongVintage: (body) => body.replaceAll('2024-08-14', '2026-08-14'),
  repeated: { body: repeatedJune, becomes: { value: JUNE } },
});

describe('createFredFigures', () => {
  it('gives the printed changes of the newest month, as BLS does', async () => {
    const client = answeringHttpClient(({ url }) => bodyOf(new URL(url)));
    expect(await createFredFigures({ client, clock, key: KEY }).look('CPI', signal)).toMatchObject({
      referenceMonth: '2024-07',
      figures: { headline: { actual: 4 }, core: { actual: 4 }, headlineYearly: { actual: 58 } },
      values: 'CPIAUCSL=313.569;CPILFESL=318.94;CPIAUCNS=314.54',
    });
    expect(client.requests).toHaveLength(3);
    // The change on the year to June 2024 begins in June 2023.
    const since = new URL(client.requests[0]?.url ?? '').searchParams.get('observation_start') ?? '';
    expect(since < '2023-06-01').toBe(true);
  });

  it('has the month before when July is not there yet', () => {
    expect(JUNE?.referenceMonth).toBe('2024-06');
  });
});
