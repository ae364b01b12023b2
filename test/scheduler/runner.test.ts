import { describe, expect, it, vi } from 'vitest';
import { SourceUnavailable } from '#domain/problem.ts';
import type { Job } from '#scheduler/job.ts';
import { createRunner } from '#scheduler/runner.ts';
import { at, CPI, setUpRunner as setUp, jobsThat } from '#test/support/process/runner.ts';

const going = new AbortController().signal;

describe('createRunner', () => {
  it('runs what is due in the order of time, and says when the next piece is', async () => {
    const { runner, said, standing } = setUp();
    await runner.runDue(at(16, '17:00'), going);
    expect(said).toEqual([]);
    const report = await runner.runDue(at(16, '18:00'), going);
    expect(said).toEqual(['CPI-2014-09-17.pre-brief']);
    expect(report).toEqual({ done: 1, skipped: 0, missed: 0, again: 0, failed: 0, nextAt: at(17, '08:30') });
    expect(standing('CPI-2014-09-17.pre-brief')).toEqual({ state: 'done', at: at(16, '18:00'), late: false });
  });

  it('runs nothing before its time and nothing twice', async () => {
    const { runner, said } = setUp();
    await runner.runDue(at(16, '18:00') - 1, going);
    expect(said).toEqual([]);
    await runner.runDue(at(16, '18:00'), going);
    await runner.runDue(at(16, '18:00'), going);
    expect(said).toHaveLength(1);
  });

  it('never runs a piece twice when it is called twice at once', async () => {
    const { runner, said } = setUp();
    const now = at(17, '10:30');
    await runner.runDue(at(16, '17:00'), going);
    const reports = await Promise.all([runner.runDue(now, going), runner.runDue(now, going)]);
    expect(new Set(said).size).toBe(said.length);
    expect(reports.reduce((sum, { done }) => sum + done, 0)).toBe(2);
  });

  it('runs late what is still valid, and says of the rest that it was missed', async () => {
    const { runner, said, standing } = setUp();
    await runner.runDue(at(16, '17:00'), going);
    await runner.runDue(at(17, '10:31'), going);
    expect(said).toEqual([
      'CPI-2014-09-17.pre-brief missed',
      'CPI-2014-09-17.print late',
      '2014-09-17.check-0945 missed',
      '2014-09-17.check-1030',
    ]);
    expect(standing('2014-09-17.check-0945')).toEqual({ state: 'missed', at: at(17, '10:31') });
    expect(standing('CPI-2014-09-17.print')).toMatchObject({ state: 'done', late: true });
  });

  it('does not invent what was missed before it was first set up', async () => {
    const { runner, said } = setUp();
    await runner.runDue(at(19, '12:00'), going);
    expect(said).toEqual(['CPI-2014-09-17.print late', '2014-09-18.official late']);
  });

  it('runs again when a job asks for it, which is not late', async () => {
    const { runner, said, ledger, standing } = setUp((work, { now }) =>
      work.kind === 'print' && now < at(17, '08:56') ? { kind: 'again', after: 60_000 } : { kind: 'done' },
    );
    await runner.runDue(at(16, '18:00'), going);
    for (let next = await ledger.nextWorkAt(); next !== undefined && next < at(17, '09:45');) {
      await runner.runDue(next, going);
      next = await ledger.nextWorkAt();
    }
    expect(said).toHaveLength(1 + 27);
    expect(standing('CPI-2014-09-17.print')).toEqual({ state: 'done', at: at(17, '08:56'), late: false });
  });

  it('goes on polling where it was after planning anew', async () => {
    const { runner, ledger } = setUp(() => ({ kind: 'again', after: 3 * 3_600_000 }));
    await runner.runDue(at(17, '08:30'), going);
    await runner.runDue(at(17, '09:44'), going);
    expect(ledger.rows.get('CPI-2014-09-17.print')?.status).toEqual({
      state: 'due',
      notBefore: at(17, '11:30'),
    });
  });

  it('keeps the reason of what was skipped', async () => {
    const { runner, standing } = setUp(() => ({ kind: 'skipped', reason: 'nothing open' }));
    const report = await runner.runDue(at(16, '18:00'), going);
    expect(report.skipped).toBe(1);
    expect(standing('CPI-2014-09-17.pre-brief')).toMatchObject({ state: 'skipped', reason: 'nothing open' });
  });
});

describe('a run that fails', () => {
  it('is logged and tried again, later each time, until it succeeds', async () => {
    let failures = 0;
    const { runner, ledger, log, standing } = setUp((work) => {
      if (work.kind === 'print' && failures < 4) {
        failures += 1;
        throw new SourceUnavailable('bls');
      }
      return { kind: 'done' };
    });
    await runner.runDue(at(16, '18:00'), going);
    const tried: number[] = [];
    for (let next = at(17, '08:30'); next < at(17, '09:45'); next = (await ledger.nextWorkAt()) ?? Infinity) {
      tried.push(next - at(17, '08:30'));
      await runner.runDue(next, going);
    }
    expect(tried).toEqual([0, 2_000, 6_000, 14_000, 30_000]);
    expect(log.error).toHaveBeenCalledTimes(4);
    expect(standing('CPI-2014-09-17.print')).toMatchObject({ state: 'done' });
  });

  it('does not keep the others from running', async () => {
    const { runner, said, standing } = setUp((work) => {
      if (work.kind === 'print') {
        throw new Error('bug');
      }
      return { kind: 'done' };
    });
    await runner.runDue(at(16, '17:00'), going);
    const report = await runner.runDue(at(17, '09:45'), going);
    expect(said).toContain('2014-09-17.check-0945');
    expect(report).toMatchObject({ done: 1, failed: 1, missed: 1 });
    expect(standing('CPI-2014-09-17.print')).toMatchObject({
      state: 'due',
      notBefore: at(17, '09:45') + 2_000,
    });
  });

  it('is missed once it is not valid any more', async () => {
    const { runner, ledger, said } = setUp((work) => {
      if (work.kind === 'check') {
        throw new Error('bug');
      }
      return { kind: 'done' };
    });
    await runner.runDue(at(17, '08:30'), going);
    for (let next = await ledger.nextWorkAt(); next !== undefined && next <= at(17, '16:10');) {
      await runner.runDue(next, going);
      next = await ledger.nextWorkAt();
    }
    expect(said.filter((words) => words.endsWith('missed'))).toEqual([
      '2014-09-17.check-0945 missed',
      '2014-09-17.check-1030 missed',
    ]);
  });

  it('tells again of what was missed when telling it failed', async () => {
    const { runner, parts, ledger, standing } = setUp();
    const missed = vi.fn<Job['missed']>().mockRejectedValueOnce(new Error('disk full')).mockResolvedValue();
    const jobs = jobsThat({ run: parts.jobs.print.run, missed });
    const flawed = createRunner({ ...parts, jobs });
    await runner.runDue(at(16, '17:00'), going);
    await flawed.runDue(at(17, '08:31'), going);
    expect(standing('CPI-2014-09-17.pre-brief')).toMatchObject({ state: 'due' });
    await flawed.runDue((await ledger.nextWorkAt()) ?? 0, going);
    expect(standing('CPI-2014-09-17.pre-brief')).toMatchObject({ state: 'missed' });
  });
});

describe('stopping', () => {
  it('happens between two pieces', async () => {
    const stop = new AbortController();
    const { runner, said, standing } = setUp(() => {
      stop.abort();
      return { kind: 'done' };
    });
    await runner.runDue(at(16, '17:00'), going);
    await runner.runDue(at(17, '10:30'), stop.signal);
    expect(said).toEqual(['CPI-2014-09-17.pre-brief missed', 'CPI-2014-09-17.print late']);
    expect(standing('CPI-2014-09-17.print')).toMatchObject({ state: 'done' });
    expect(standing('2014-09-17.check-1030')).toMatchObject({ state: 'due' });
  });

  it('reaches the job under way, and leaves its piece due without calling that a failure', async () => {
    const stop = new AbortController();
    const { runner, log, standing } = setUp((_work, { signal }) => {
      stop.abort();
      signal.throwIfAborted();
      return { kind: 'done' };
    });
    await runner.runDue(at(16, '18:00'), stop.signal);
    expect(log.error).not.toHaveBeenCalled();
    expect(standing('CPI-2014-09-17.pre-brief')).toEqual({ state: 'due', notBefore: at(16, '18:00') });
  });
});

describe('a backlog', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, place) => ({ ...CPI, id: `CPI-${String(place).padStart(3, '0')}` }));
  const prints = (said: readonly string[]) => said.filter((words) => words.includes('.print'));

  it('is run as well, each piece once, the earliest first', async () => {
    const { runner, said, known, standing } = setUp();
    known.releases = many(60);
    await runner.runDue(at(17, '08:00'), going);
    await runner.runDue(at(17, '08:30'), going);
    expect(prints(said)).toEqual(known.releases.map(({ id }) => `${id}.print`));
    expect(standing('CPI-059.print')).toMatchObject({ state: 'done' });
  });

  it('leaves what was not begun due when it is called off', async () => {
    const stop = new AbortController();
    const { runner, said, known, standing } = setUp((work) => {
      if (work.id === 'CPI-002.print') {
        stop.abort();
      }
      return { kind: 'done' };
    });
    known.releases = many(60);
    await runner.runDue(at(17, '08:00'), going);
    await runner.runDue(at(17, '08:30'), stop.signal);
    expect(prints(said)).toHaveLength(3);
    expect(standing('CPI-002.print')).toMatchObject({ state: 'done' });
    expect(standing('CPI-003.print')).toEqual({ state: 'due', notBefore: at(17, '08:30') });
  });
});
