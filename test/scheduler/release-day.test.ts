import { describe, expect, it } from 'vitest';
import { openLedger } from '#test/support/ledger/open-ledger.ts';
import { playReleaseDay } from '#test/support/process/release-day.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

const loud = {
  info: () => undefined,
  warn: () => undefined,
  error: (_event: string, error: unknown) => {
    throw error;
  },
};

/** Quotas of the BLS interface a day. @see https://www.bls.gov/developers/api_faqs.htm */
const QUOTA = { keyless: 25, keyed: 500 };

describe('a release day', () => {
  it.each([
    ['keyed', 5 * SECOND, 2 * SECOND],
    ['keyed', 26 * MINUTE, MINUTE],
    ['keyless', 5 * SECOND, 7 * SECOND],
    ['keyless', 26 * MINUTE, 3 * MINUTE],
  ] as const)(
    'receives figures %s that appear %d ms late within %d ms, within the quota',
    async (pace, delay, most) => {
      const day = await playReleaseDay({ ledger: await openLedger(), pace, delay, servers: 3, log: loud });
      expect(day.wait).toBeLessThanOrEqual(most);
      expect(day.requests).toBeLessThanOrEqual(QUOTA[pace]);
      expect(day.evaluated).toBe(3);
      expect(day.overdue).toEqual([]);
    },
  );

  it.each(['keyed', 'keyless'] as const)(
    'stays %s within the quota and tells each hour that figures are overdue',
    async (pace) => {
      const ledger = await openLedger();
      const day = await playReleaseDay({ ledger, pace, servers: 3, log: loud });
      expect(day.requests).toBeLessThanOrEqual(QUOTA[pace]);
      expect(day.overdue.slice(0, 4)).toEqual([30, 90, 150, 210]);
      const stored = await ledger.storedReleases();
      expect(stored.map(({ id, status }) => [id, status])).toEqual([
        ['PPI-2021-04-08', 'late'],
        ['CPI-2021-04-09', 'late'],
      ]);
    },
  );

  it('keeps the life of a release that comes late, with who saw it when', async () => {
    const ledger = await openLedger();
    await playReleaseDay({ ledger, pace: 'keyed', delay: 40 * MINUTE, servers: 3, log: loud });
    const lives = await ledger.releaseChanges(9, 'CPI-2021-04-09');
    expect(lives.toReversed().map(({ release }) => release.status)).toEqual([
      'scheduled',
      'due',
      'late',
      'released',
    ]);
    const polls = await ledger.polls('CPI-2021-04-09');
    expect(polls.filter(({ saw }) => saw === 'new')).toHaveLength(1);
    expect(polls.at(-1)).toMatchObject({ saw: 'new', source: 'BLS', referenceMonth: '2021-03' });
  });
});
