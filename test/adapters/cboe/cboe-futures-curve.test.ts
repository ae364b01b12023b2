import { describe, expect, it } from 'vitest';
import { createCboeFuturesCurve } from '#adapters/cboe/cboe-futures-curve.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { SourceChanged } from '#domain/problem.ts';
import { exchangeFacts } from '#config/exchange-facts.ts';
import { fakeHttpClient } from '#test/support/http/fake-http-client.ts';
import { fixture } from '#test/support/http/fixture.ts';
import { recordedDiagnostics } from '#test/support/http/recorded-diagnostics.ts';

const signal = new AbortController().signal;
const calendar = exchangeCalendar(exchangeFacts);
const body = fixture('cboe/settlement.shape-only.csv');
const before = body.replace('VX/V6,2026-10-21,18.8535', 'VX/V6,2026-10-21,18.9100');

function curve(pages: Readonly<Record<string, string>>) {
  const diagnostics = recordedDiagnostics();
  return {
    source: createCboeFuturesCurve({ client: fakeHttpClient(pages), diagnostics, calendar }),
    diagnostics,
  };
}

const settled = { 'dt=2026-08-27': body, 'dt=2026-08-26': before };

describe('createCboeFuturesCurve', () => {
  it('gives the futures of the session, nearest first, as of its close', async () => {
    const futures = await curve(settled).source.curve('2026-08-27', signal);
    expect(futures.map(({ expiry, price }) => [expiry, price])).toEqual([
      ['2026-09-16', 17.2528],
      ['2026-09-23', 17.96],
      ['2026-10-21', 18.8535],
      ['2026-11-18', 19.3489],
      ['2026-12-16', 19.4024],
      ['2027-01-20', 20.4496],
    ]);
    expect(futures[0]).toMatchObject({ asOf: Date.parse('2026-08-27T20:00:00Z'), quality: 'delayed' });
  });

  it('leaves out weeks that bear the price of a month, since nobody has priced them', async () => {
    const futures = await curve(settled).source.curve('2026-08-27', signal);
    expect(futures.map(({ expiry }) => expiry)).not.toContain('2026-09-02');
    expect(futures.map(({ expiry }) => expiry)).not.toContain('2026-10-07');
  });

  it('has no curve when the file repeats the session before: it is not settled yet', async () => {
    const early = curve({ 'dt=2026-08-27': body, 'dt=2026-08-26': body });
    expect(await early.source.curve('2026-08-27', signal)).toEqual([]);
  });

  it('has no curve when a session of long ago is answered with the futures of today', async () => {
    const old = curve({ 'dt=2013-05-15': body, 'dt=2013-05-14': before });
    expect(await old.source.curve('2013-05-15', signal)).toEqual([]);
  });

  it('gives no future on the morning of which it has expired', async () => {
    const pages = { 'dt=2026-09-16': body, 'dt=2026-09-15': before };
    const futures = await curve(pages).source.curve('2026-09-16', signal);
    expect(futures[0]?.expiry).toBe('2026-09-23');
  });

  it('leaves out a price of 0, and records it', async () => {
    const zero = body.replace('19.3489', '0');
    const { source, diagnostics } = curve({ 'dt=2026-08-27': zero, 'dt=2026-08-26': before });
    const futures = await source.curve('2026-08-27', signal);
    expect(futures.map(({ expiry }) => expiry)).not.toContain('2026-11-18');
    expect(diagnostics.recorded).toContainEqual(
      expect.objectContaining({ kind: 'impossible', subject: 'VIX futures', values: ['VX/X6'] }),
    );
  });

  it.each([
    ['a renamed column', body.replace('Price', 'Settle'), /no column Price/],
    ['another way to write days', body.replace('2026-09-16', '09/16/2026'), /\[2\]\[2\]/],
    ['another way to write months', body.replace('VX/X6', 'VXX26'), /VXX26/],
  ])('refuses %s', async (_, answer, detail) => {
    const changed = curve({ 'dt=2026-08-27': answer, 'dt=2026-08-26': before }).source;
    await expect(changed.curve('2026-08-27', signal)).rejects.toThrow(SourceChanged);
    await expect(changed.curve('2026-08-27', signal)).rejects.toThrow(detail);
  });
});
