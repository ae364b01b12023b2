import { describe, expect, it, vi } from 'vitest';
import type { DueWork } from '#domain/releases/due-work.ts';
import { jobs } from '#jobs/index.ts';
import type { TimedServices } from '#services/timed.ts';

const signal = new AbortController().signal;
const MINUTE = 60_000;

const WORK: Readonly<Record<DueWork['kind'], DueWork>> = {
  'pre-brief': piece('pre-brief', 'CPI-2014-09-17.pre-brief'),
  print: piece('print', 'CPI-2014-09-17.print'),
  check: { ...piece('check', '2014-09-17.check-0945'), time: '09:45' },
  close: piece('close', '2014-09-17.official'),
  'calendar-refresh': piece('calendar-refresh', 'calendar.2014-09-17'),
  forecast: piece('forecast', 'CPI-2014-09-17.forecast'),
  hedge: piece('hedge', 'hedge.2014-09-17'),
  'purge-servers': piece('purge-servers', 'purge-servers.2014-09-17'),
  review: piece('review', 'review.2014-09-17-1645'),
  verify: piece('verify', 'CPI-2014-09-17.verify'),
};

function piece(kind: DueWork['kind'], id: string): DueWork {
  return { id, kind, releaseId: 'CPI-2014-09-17', session: '2014-09-17', dueAt: 0, validUntil: 10 * MINUTE };
}

function setUp() {
  const services = {
    pace: 'keyed' as const,
    announceRelease: vi.fn<TimedServices['announceRelease']>().mockResolvedValue(),
    receivePrint: vi.fn<TimedServices['receivePrint']>().mockResolvedValue('received'),
    evaluateMarket: vi.fn<TimedServices['evaluateMarket']>().mockResolvedValue('evaluated'),
    refreshCalendar: vi.fn<TimedServices['refreshCalendar']>().mockResolvedValue(),
    forgetServers: vi.fn<TimedServices['forgetServers']>().mockResolvedValue(),
    reviewDecisions: vi.fn<TimedServices['reviewDecisions']>().mockResolvedValue(),
    lookAtHedges: vi.fn<TimedServices['lookAtHedges']>().mockResolvedValue(),
    captureForecasts: vi.fn<TimedServices['captureForecasts']>().mockResolvedValue(),
    verifyPrint: vi.fn<TimedServices['verifyPrint']>().mockResolvedValue('settled'),
    tellLate: vi.fn<TimedServices['tellLate']>().mockResolvedValue(),
    tellMissed: vi.fn<TimedServices['tellMissed']>().mockResolvedValue(),
  };
  const find = (kind: DueWork['kind']) => {
    const job = jobs(services).find((candidate) => candidate.kind === kind);
    if (!job) {
      throw new Error(`no job for ${kind}`);
    }
    return job;
  };
  const run = (work: DueWork, now: number) => find(work.kind).run(work, { now, late: false, signal });
  return { services, find, run };
}

describe('jobs', () => {
  it('has one for each kind of work', () => {
    const { services } = setUp();
    const kinds = jobs(services).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(Object.keys(WORK).toSorted());
  });

  it.each([
    WORK['calendar-refresh'],
    WORK.forecast,
    WORK.review,
    WORK.hedge,
    WORK['purge-servers'],
    WORK.verify,
  ])('says nothing when $id was missed', async (work) => {
    const { services, find } = setUp();
    await find(work.kind).missed(work, 7);
    expect(services.tellMissed).not.toHaveBeenCalled();
  });

  it.each([WORK['pre-brief'], WORK.print, WORK.check, WORK.close])(
    'says that $id was missed',
    async (work) => {
      const { services, find } = setUp();
      await find(work.kind).missed(work, 7);
      expect(services.tellMissed).toHaveBeenCalledWith(work, 7);
    },
  );
});

describe('a close', () => {
  it('is asked for again a minute later while its closes are not there', async () => {
    const { services, run } = setUp();
    services.evaluateMarket.mockResolvedValue('not-closed');
    expect(await run(WORK.close, 5)).toEqual({ kind: 'again', after: 61_000 });
  });
});

describe('a print that only one source has shown', () => {
  it('is asked for on the schedule of figures until another agrees', async () => {
    const { services, run } = setUp();
    services.verifyPrint.mockResolvedValue('waiting');
    expect(await run(WORK.verify, 0)).toEqual({ kind: 'again', after: 2_000 });
    expect(await run(WORK.verify, 5 * MINUTE)).toEqual({ kind: 'again', after: MINUTE });
    services.verifyPrint.mockResolvedValue('settled');
    expect(await run(WORK.verify, 6 * MINUTE)).toEqual({ kind: 'done' });
  });

  it('is left alone where there is no other source', async () => {
    const { services, run } = setUp();
    services.verifyPrint.mockResolvedValue('nobody-else');
    expect(await run(WORK.verify, 0)).toEqual({ kind: 'skipped', reason: 'no second source of figures' });
  });
});

describe('upkeep', () => {
  it('reads the dates again', async () => {
    const { services, run } = setUp();
    expect(await run(WORK['calendar-refresh'], 5)).toEqual({ kind: 'done' });
    expect(await run(WORK.review, 5)).toEqual({ kind: 'done' });
    expect(services.reviewDecisions).toHaveBeenCalledWith(5, signal);
    expect(services.refreshCalendar).toHaveBeenCalledWith(5, expect.any(AbortSignal));
  });

  it('looks at rolls and budgets', async () => {
    const { services, run } = setUp();
    expect(await run(WORK.hedge, 5)).toEqual({ kind: 'done' });
    expect(services.lookAtHedges).toHaveBeenCalledWith(5);
  });

  it('captures the forecasts', async () => {
    const { services, run } = setUp();
    expect(await run(WORK.forecast, 5)).toEqual({ kind: 'done' });
    expect(services.captureForecasts).toHaveBeenCalledWith('CPI-2014-09-17', 5, expect.any(AbortSignal));
  });
});

describe('the evening before a release', () => {
  it('announces it', async () => {
    const { services, run } = setUp();
    expect(await run(WORK['pre-brief'], 5)).toEqual({ kind: 'done' });
    expect(services.announceRelease).toHaveBeenCalledWith('CPI-2014-09-17', 5, expect.any(AbortSignal));
  });

  it('refuses work that names no release', async () => {
    const { run } = setUp();
    const { releaseId: _, ...nameless } = WORK['pre-brief'];
    await expect(run(nameless, 5)).rejects.toThrow('CPI-2014-09-17.pre-brief names no release');
  });
});

describe('the instant of a release', () => {
  it('ends when the figures are received', async () => {
    const { services, run } = setUp();
    expect(await run(WORK.print, 1_000)).toEqual({ kind: 'done' });
    expect(services.receivePrint).toHaveBeenCalledWith('CPI-2014-09-17', 1_000, expect.any(AbortSignal));
  });

  it.each([
    [0, 2_000],
    [2 * MINUTE, 5_000],
    [26 * MINUTE, MINUTE],
  ])('asks again, %d ms after it, in %d ms, without a word', async (now, after) => {
    const { services, run } = setUp();
    services.receivePrint.mockResolvedValue('not-out');
    expect(await run(WORK.print, now)).toEqual({ kind: 'again', after });
    expect(services.tellLate).not.toHaveBeenCalled();
  });

  it('says after half an hour, and then each hour, that the figures are overdue', async () => {
    const { services, run } = setUp();
    services.receivePrint.mockResolvedValue('not-out');
    expect(await run(WORK.print, 30 * MINUTE)).toEqual({ kind: 'again', after: 60 * MINUTE });
    await run(WORK.print, 90 * MINUTE);
    expect(services.tellLate.mock.calls).toEqual([
      ['CPI-2014-09-17', 30, 30 * MINUTE],
      ['CPI-2014-09-17', 90, 90 * MINUTE],
    ]);
  });

  it('does not call figures overdue that it has just received', async () => {
    const { services, run } = setUp();
    await run(WORK.print, 90 * MINUTE);
    expect(services.tellLate).not.toHaveBeenCalled();
  });
});

describe.each([WORK.check, WORK.close])('$kind', (work) => {
  it('evaluates the market', async () => {
    const { services, run } = setUp();
    expect(await run(work, 5)).toEqual({ kind: 'done' });
    expect(services.evaluateMarket).toHaveBeenCalledWith(work, 5, expect.any(AbortSignal));
  });

  it('is skipped when no server has anything open', async () => {
    const { services, run } = setUp();
    services.evaluateMarket.mockResolvedValue('nothing-open');
    expect(await run(work, 5)).toEqual({ kind: 'skipped', reason: 'nothing open' });
  });
});
