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

describe('evaluateCheck, beside the time that is due,', () => {
  const check: DueWork = { ...close, kind: 'check' };

  it('looks at 09:45 where the work names no time', async () => {
    const { evaluateServers } = setUp();
    await evaluateCheck({ evaluateServers }, check, 7, signal);
    expect(evaluateServers.mock.calls[0]?.[0].evaluation).toEqual({ kind: 'check', session, time: '09:45' });
  });

  it('says so where it concerns nobody', async () => {
    const { evaluateServers } = setUp();
    evaluateServers.mockResolvedValue(0);
    expect(await evaluateCheck({ evaluateServers }, check, 7, signal)).toBe('nothing-open');
  });
});

describe('what a close waits for', () => {
  /** A close at which one index’s last bar is still that of the session before. */
  async function without(index: 'rut' | 'spx' | 'vix') {
    const deps = setUp();
    const snapshot = story.at(1, 'official', { prints: [] });
    const late = { ...snapshot.market[index], closes: story.at(0, 'official').market[index].closes };
    const takeSnapshot = async () => ({ ...snapshot, market: { ...snapshot.market, [index]: late } });
    return evaluateClose({ ...deps, takeSnapshot }, close, 0, signal);
  }

  it.each(['rut', 'spx', 'vix'] as const)('is %s alone, if it alone is late', async (index) => {
    expect(await without(index)).toBe('not-closed');
  });

  it('is every index, where its source has no bars at all', async () => {
    const { market, ...snapshot } = story.at(1, 'official', { prints: [] });
    const none = { ...market, rut: { ...market.rut, closes: [] } };
    const deps = { ...setUp(), takeSnapshot: async () => ({ ...snapshot, market: none }) };
    expect(await evaluateClose(deps, close, 0, signal)).toBe('not-closed');
  });

  it('is looked for as of now, for the close that is due', async () => {
    const asked: unknown[] = [];
    const deps = setUp();
    const takeSnapshot: typeof deps.takeSnapshot = async (...request) => {
      asked.push(request);
      return deps.takeSnapshot(...request);
    };
    await evaluateClose({ ...deps, takeSnapshot }, close, 5, signal);
    expect(asked).toEqual([[{ kind: 'official', session }, 5, signal]]);
  });

  it('is counted from when the close is due, and asked for no more after half an hour', async () => {
    const deps = setUp(false);
    const takeSnapshot = () => Promise.reject(new Error('nobody is asked'));
    const due = { ...close, dueAt: 100 * MINUTE };
    expect(await evaluateClose(deps, due, 129 * MINUTE, signal)).toBe('not-closed');
    expect(await evaluateClose({ ...deps, takeSnapshot }, due, 130 * MINUTE, signal)).toBe('evaluated');
    expect(deps.evaluateServers).toHaveBeenCalledWith(
      { evaluation: { kind: 'official', session }, now: 130 * MINUTE },
      signal,
    );
    deps.evaluateServers.mockResolvedValue(0);
    expect(await evaluateClose(deps, due, 130 * MINUTE, signal)).toBe('nothing-open');
  });
});
