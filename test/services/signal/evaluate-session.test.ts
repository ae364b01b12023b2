import { describe, expect, it, vi } from 'vitest';
import { SourceUnavailable } from '#domain/problem.ts';
import type { DueWork } from '#domain/releases/due-work.ts';
import { alertOnOutage } from '#services/delivery/alert-on-outage.ts';
import type { AlertServices } from '#services/delivery/index.ts';
import { evaluateCheck, evaluateClose } from '#services/signal/evaluate-session.ts';
import type { EvaluationServices } from '#services/signal/index.ts';
import { story } from '#test/support/engine/weak-cpi-story.ts';

const { signal } = new AbortController();
const MINUTE = 60_000;
const session = story.session(1);
const close: DueWork = { id: `${session}.official`, kind: 'close', session, dueAt: 0, validUntil: 1e9 };

/** A close whose bars are there, or whose last ones are still those of the session before. */
function setUp(areThere = true) {
  const evaluateServers = vi.fn<EvaluationServices['evaluateServers']>().mockResolvedValue(1);
  const alertDegraded = vi.fn<AlertServices['alertDegraded']>().mockResolvedValue();
  const takeSnapshot: EvaluationServices['takeSnapshot'] = async () =>
    story.at(areThere ? 1 : 0, 'official', { prints: [] });
  return { evaluateServers, alertDegraded, alertOnOutage, takeSnapshot };
}

describe('evaluateClose', () => {
  it('waits half an hour for the closes of the session, then evaluates without them', async () => {
    const deps = setUp(false);
    expect(await evaluateClose(deps, close, 0, signal)).toBe('not-closed');
    expect(await evaluateClose(deps, close, 30 * MINUTE - 1, signal)).toBe('not-closed');
    expect(deps.evaluateServers).not.toHaveBeenCalled();
    expect(await evaluateClose(deps, close, 30 * MINUTE, signal)).toBe('evaluated');
  });

  it('evaluates at once when they are there', async () => {
    const deps = setUp();
    expect(await evaluateClose(deps, close, 0, signal)).toBe('evaluated');
    expect(deps.evaluateServers).toHaveBeenCalledWith(
      { evaluation: { kind: 'official', session }, now: 0 },
      signal,
    );
  });

  it('says so where no server has anything open', async () => {
    const deps = setUp();
    deps.evaluateServers.mockResolvedValue(0);
    expect(await evaluateClose(deps, close, 0, signal)).toBe('nothing-open');
  });

  it('tells after half an hour that nobody gives closes, and not before', async () => {
    const deps = setUp();
    deps.evaluateServers.mockRejectedValue(new SourceUnavailable('Cboe'));
    await expect(evaluateClose(deps, close, 0, signal)).rejects.toThrow('Cboe');
    expect(deps.alertDegraded).not.toHaveBeenCalled();
    await expect(evaluateClose(deps, close, 30 * MINUTE, signal)).rejects.toThrow('Cboe');
    expect(deps.alertDegraded.mock.calls).toEqual([
      [`${session}.closes`, { about: 'no-market', session, source: 'Cboe' }, 30 * MINUTE],
    ]);
  });
});

describe('evaluateCheck', () => {
  it('looks at the session at the time that is due', async () => {
    const { evaluateServers } = setUp();
    const check: DueWork = { ...close, kind: 'check', time: '10:30' };
    expect(await evaluateCheck({ evaluateServers }, check, 7, signal)).toBe('evaluated');
    expect(evaluateServers).toHaveBeenCalledWith(
      { evaluation: { kind: 'check', session, time: '10:30' }, now: 7 },
      signal,
    );
  });
});
