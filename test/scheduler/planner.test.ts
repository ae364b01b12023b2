import { describe, expect, it } from 'vitest';
import { newYorkInstant } from '#calendar/new-york.ts';
import { SourceUnavailable } from '#domain/problem.ts';
import { createRunner } from '#scheduler/runner.ts';
import { at, CPI, setUpRunner as setUp } from '#test/support/process/runner.ts';

const going = new AbortController().signal;

describe('a plan that changes', () => {
  it('moves a piece that is still due along with its release', async () => {
    const { runner, said, known } = setUp();
    await runner.runDue(at(16, '10:00'), going);
    known.releases = [{ ...CPI, status: 'moved', scheduledAt: at(19, '08:30') }];
    await runner.runDue(at(16, '18:00'), going);
    await runner.runDue(at(17, '12:00'), going);
    expect(said).toEqual([]);
    await runner.runDue(at(18, '18:00'), going);
    expect(said).toEqual(['CPI-2014-09-17.pre-brief']);
  });

  it('runs late what was moved to an instant that has just passed', async () => {
    const { runner, said, known } = setUp();
    await runner.runDue(at(15, '10:00'), going);
    known.releases = [{ ...CPI, status: 'moved', scheduledAt: at(16, '08:30') }];
    await runner.runDue(at(16, '08:40'), going);
    expect(said).toEqual(['CPI-2014-09-17.print late']);
    await runner.runDue(at(16, '18:00'), going);
    expect(said).not.toContain('CPI-2014-09-17.pre-brief');
  });

  it('waits for a release that was moved further away than it plans', async () => {
    const { runner, said, known, standing } = setUp();
    await runner.runDue(at(16, '10:00'), going);
    const scheduledAt = newYorkInstant('2014-12-17', '08:30');
    known.releases = [{ ...CPI, status: 'moved', scheduledAt }];
    await runner.runDue(at(17, '12:00'), going);
    expect(said).toEqual([]);
    expect(standing('CPI-2014-09-17.print')).toEqual({ state: 'due', notBefore: scheduledAt });
  });

  it('skips what the calendar has called off since, and does not say that it was missed', async () => {
    const { runner, said, known, standing } = setUp();
    await runner.runDue(at(16, '10:00'), going);
    known.releases = [{ ...CPI, status: 'cancelled' }];
    await runner.runDue(at(30, '12:00'), going);
    expect(said).toEqual([]);
    expect(standing('CPI-2014-09-17.print')).toMatchObject({
      state: 'skipped',
      reason: 'not planned any more',
    });
  });

  it('watches the close after a step at the end of the window, however the plan was then', async () => {
    const { runner, said, known } = setUp();
    await runner.runDue(at(24, '16:15'), going);
    known.aboveBase = true;
    await runner.runDue(at(25, '16:15'), going);
    await runner.runDue(at(26, '16:15'), going);
    expect(said.slice(-3)).toEqual(['2014-09-24.official', '2014-09-25.official', '2014-09-26.official']);
  });

  it('stops watching once the ratio is back at base', async () => {
    const { runner, said, known, standing } = setUp();
    known.releases = [];
    known.aboveBase = true;
    await runner.runDue(at(24, '16:15'), going);
    known.aboveBase = false;
    await runner.runDue(at(25, '16:15'), going);
    expect(said).toEqual(['2014-09-24.official']);
    expect(standing('2014-09-25.official')).toMatchObject({ state: 'skipped' });
  });

  it('is read again each hour, after what was done, and when the clock was set back', async () => {
    const { runner, read } = setUp();
    await runner.runDue(at(15, '10:00'), going);
    await runner.runDue(at(15, '10:59'), going);
    expect(read).toHaveBeenCalledTimes(1);
    await runner.runDue(at(15, '11:00'), going);
    expect(read).toHaveBeenCalledTimes(2);
    await runner.runDue(at(15, '09:00'), going);
    expect(read).toHaveBeenCalledTimes(3);
    await runner.runDue(at(16, '18:00'), going);
    expect(read).toHaveBeenCalledTimes(5);
  });

  it('leaves the stored plan standing while the release calendar cannot be read', async () => {
    const { runner, parts, said, log } = setUp();
    await runner.runDue(at(16, '17:00'), going);
    const releases = { releases: () => Promise.reject(new SourceUnavailable('bls')) };
    const blind = createRunner({ ...parts, releases });
    await blind.runDue(at(16, '18:00'), going);
    expect(said).toEqual(['CPI-2014-09-17.pre-brief']);
    expect(log.error).toHaveBeenCalledWith('the plan could not be made', expect.any(SourceUnavailable));
  });

  it('asks a release calendar that cannot be read again once a minute', async () => {
    const { parts, log } = setUp();
    const releases = { releases: () => Promise.reject(new SourceUnavailable('bls')) };
    const blind = createRunner({ ...parts, releases });
    for (const second of [0, 10, 20, 50, 60, 70]) {
      await blind.runDue(at(15, '10:00') + second * 1_000, going);
    }
    expect(log.error).toHaveBeenCalledTimes(2);
  });
});
