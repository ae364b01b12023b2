import { describe, expect, it, vi } from 'vitest';
import type { DueWork } from '#domain/releases/due-work.ts';
import { type ClockActs, jobs } from '#jobs/index.ts';

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
  const acts = {
    pace: 'keyed' as const,
    announceRelease: vi.fn<ClockActs['announceRelease']>().mockResolvedValue(),
    captureForecasts: vi.fn<ClockActs['captureForecasts']>().mockResolvedValue(),
    receivePrint: vi.fn<ClockActs['receivePrint']>().mockResolvedValue('received'),
    verifyPrint: vi.fn<ClockActs['verifyPrint']>().mockResolvedValue('settled'),
    alertLate: vi.fn<ClockActs['alertLate']>().mockResolvedValue(),
    refreshCalendar: vi.fn<ClockActs['refreshCalendar']>().mockResolvedValue(),
    alertSilentSources: vi.fn<ClockActs['alertSilentSources']>().mockResolvedValue(),
    rollOffBooks: vi.fn<ClockActs['rollOffBooks']>().mockResolvedValue(),
    evaluateCheck: vi.fn<ClockActs['evaluateCheck']>().mockResolvedValue('evaluated'),
    evaluateClose: vi.fn<ClockActs['evaluateClose']>().mockResolvedValue('evaluated'),
    alertHedgeUpkeep: vi.fn<ClockActs['alertHedgeUpkeep']>().mockResolvedValue(),
    reviewDecisions: vi.fn<ClockActs['reviewDecisions']>().mockResolvedValue(0),
    purgeServers: vi.fn<ClockActs['purgeServers']>().mockResolvedValue(),
    alertMissed: vi.fn<ClockActs['alertMissed']>().mockResolvedValue(),
  };
  const all = jobs(acts);
  const run = (work: DueWork, now: number) => all[work.kind].run(work, { now, late: false, signal });
  return { acts, all, run };
}

/** Names of acts in the order in which they were asked for. */
function orderOf(acts: Readonly<Record<string, { mock: { invocationCallOrder: readonly number[] } }>>) {
  return Object.entries(acts)
    .flatMap(([name, { mock }]) => mock.invocationCallOrder.map((place) => ({ name, place })))
    .toSorted((a, b) => a.place - b.place)
    .map(({ name }) => name);
}

describe('jobs', () => {
  it.each([
    WORK['calendar-refresh'],
    WORK.forecast,
    WORK.review,
    WORK.hedge,
    WORK['purge-servers'],
    WORK.verify,
  ])('says nothing when $id was missed', async (work) => {
    const { acts, all } = setUp();
    await all[work.kind].missed(work, 7);
    expect(acts.alertMissed).not.toHaveBeenCalled();
  });

  it.each([WORK['pre-brief'], WORK.print, WORK.check, WORK.close])(
    'says that $id was missed',
    async (work) => {
      const { acts, all } = setUp();
      await all[work.kind].missed(work, 7);
      expect(acts.alertMissed).toHaveBeenCalledWith(work, 7);
    },
  );
});

describe('a close', () => {
  it('is asked for again a minute later while its closes are not there', async () => {
    const { acts, run } = setUp();
    acts.evaluateClose.mockResolvedValue('not-closed');
    expect(await run(WORK.close, 5)).toEqual({ kind: 'again', after: 61_000 });
  });
});

describe('a print that only one source has shown', () => {
  it('is asked for on the schedule of figures until another agrees', async () => {
    const { acts, run } = setUp();
    acts.verifyPrint.mockResolvedValue('waiting');
    expect(await run(WORK.verify, 0)).toEqual({ kind: 'again', after: 2_000 });
    expect(await run(WORK.verify, 5 * MINUTE)).toEqual({ kind: 'again', after: MINUTE });
    acts.verifyPrint.mockResolvedValue('settled');
    expect(await run(WORK.verify, 6 * MINUTE)).toEqual({ kind: 'done' });
  });

  it('is left alone where there is no other source', async () => {
    const { acts, run } = setUp();
    acts.verifyPrint.mockResolvedValue('nobody-else');
    expect(await run(WORK.verify, 0)).toEqual({ kind: 'skipped', reason: 'no second source of figures' });
  });
});

describe('upkeep', () => {
  it('reads the dates again, and tells of silent sources', async () => {
    const { acts, run } = setUp();
    expect(await run(WORK['calendar-refresh'], 5)).toEqual({ kind: 'done' });
    expect(await run(WORK.review, 5)).toEqual({ kind: 'done' });
    expect(acts.reviewDecisions).toHaveBeenCalledWith(5, signal);
    expect(acts.refreshCalendar).toHaveBeenCalledWith(5, expect.any(AbortSignal));
    expect(acts.alertSilentSources).toHaveBeenCalledWith(5);
  });

  it('looks at rolls and budgets', async () => {
    const { acts, run } = setUp();
    expect(await run(WORK.hedge, 5)).toEqual({ kind: 'done' });
    expect(acts.alertHedgeUpkeep).toHaveBeenCalledWith(5);
    const { rollOffBooks, alertHedgeUpkeep } = acts;
    expect(orderOf({ rollOffBooks, alertHedgeUpkeep })).toEqual(['rollOffBooks', 'alertHedgeUpkeep']);
  });

  it('captures the forecasts', async () => {
    const { acts, run } = setUp();
    expect(await run(WORK.forecast, 5)).toEqual({ kind: 'done' });
    expect(acts.captureForecasts).toHaveBeenCalledWith('CPI-2014-09-17', 5, expect.any(AbortSignal));
  });
});

describe('the evening before a release', () => {
  it('announces it', async () => {
    const { acts, run } = setUp();
    expect(await run(WORK['pre-brief'], 5)).toEqual({ kind: 'done' });
    expect(acts.announceRelease).toHaveBeenCalledWith('CPI-2014-09-17', 5, expect.any(AbortSignal));
  });

  it('refuses work that names no release', async () => {
    const { run } = setUp();
    const { releaseId: _, ...nameless } = WORK['pre-brief'];
    await expect(run(nameless, 5)).rejects.toThrow('CPI-2014-09-17.pre-brief names no release');
  });
});

describe('the instant of a release', () => {
  it('ends when the figures are received', async () => {
    const { acts, run } = setUp();
    expect(await run(WORK.print, 1_000)).toEqual({ kind: 'done' });
    expect(acts.receivePrint).toHaveBeenCalledWith('CPI-2014-09-17', 1_000, expect.any(AbortSignal));
  });

  it.each([
    [0, 2_000],
    [2 * MINUTE, 5_000],
    [26 * MINUTE, MINUTE],
  ])('asks again, %d ms after it, in %d ms, without a word', async (now, after) => {
    const { acts, run } = setUp();
    acts.receivePrint.mockResolvedValue('not-out');
    expect(await run(WORK.print, now)).toEqual({ kind: 'again', after });
    expect(acts.alertLate).not.toHaveBeenCalled();
  });

  it('says after half an hour, and then each hour, that the figures are overdue', async () => {
    const { acts, run } = setUp();
    acts.receivePrint.mockResolvedValue('not-out');
    expect(await run(WORK.print, 30 * MINUTE)).toEqual({ kind: 'again', after: 60 * MINUTE });
    await run(WORK.print, 90 * MINUTE);
    expect(acts.alertLate.mock.calls).toEqual([
      ['CPI-2014-09-17', 30, 30 * MINUTE],
      ['CPI-2014-09-17', 90, 90 * MINUTE],
    ]);
  });

  it('does not call figures overdue that it has just received', async () => {
    const { acts, run } = setUp();
    await run(WORK.print, 90 * MINUTE);
    expect(acts.alertLate).not.toHaveBeenCalled();
  });
});

describe('a close', () => {
  it('is evaluated once what has settled is out of the books, and followed by what is due of the hedge', async () => {
    const { acts, run } = setUp();
    expect(await run(WORK.close, 5)).toEqual({ kind: 'done' });
    expect(acts.evaluateClose).toHaveBeenCalledWith(WORK.close, 5, expect.any(AbortSignal));
    const { rollOffBooks, evaluateClose, alertHedgeUpkeep } = acts;
    expect(orderOf({ alertHedgeUpkeep, evaluateClose, rollOffBooks })).toEqual([
      'rollOffBooks',
      'evaluateClose',
      'alertHedgeUpkeep',
    ]);
  });

  it('is skipped when no server has anything open, and tells what is due of the hedge all the same', async () => {
    const { acts, run } = setUp();
    acts.evaluateClose.mockResolvedValue('nothing-open');
    expect(await run(WORK.close, 5)).toEqual({ kind: 'skipped', reason: 'nothing open' });
    expect(acts.alertHedgeUpkeep).toHaveBeenCalledTimes(1);
  });

  it('tells nothing of the hedge while its closes are not there', async () => {
    const { acts, run } = setUp();
    acts.evaluateClose.mockResolvedValue('not-closed');
    await run(WORK.close, 5);
    expect(acts.alertHedgeUpkeep).not.toHaveBeenCalled();
  });
});

describe('a check', () => {
  it('is evaluated once what has settled is out of the books, and tells nothing of the hedge', async () => {
    const { acts, run } = setUp();
    expect(await run(WORK.check, 5)).toEqual({ kind: 'done' });
    expect(acts.evaluateCheck).toHaveBeenCalledWith(WORK.check, 5, expect.any(AbortSignal));
    expect(acts.rollOffBooks).toHaveBeenCalledWith(5);
    expect(acts.alertHedgeUpkeep).not.toHaveBeenCalled();
  });

  it('is skipped when no server has anything open', async () => {
    const { acts, run } = setUp();
    acts.evaluateCheck.mockResolvedValue('nothing-open');
    expect(await run(WORK.check, 5)).toEqual({ kind: 'skipped', reason: 'nothing open' });
  });
});
