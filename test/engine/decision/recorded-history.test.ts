import { describe, expect, it } from 'vitest';
import type { Decision } from '#domain/signal/decision.ts';
import type { Session } from '#domain/market/session.ts';
import type { DatedPrint, Timeline } from '#engine/backtest/history-timeline.ts';
import { playHistory, runThrough } from '#engine/backtest/play-history.ts';
import { judgeLag } from '#engine/evidence/judge-lag.ts';
import { isWeak } from '#engine/evidence/judge-print.ts';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import { classifyPrint } from '#engine/print/classify-print.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { openHistory, openRecordedYears, RECORDED_YEARS } from '#test/support/engine/history.ts';

const settings = someSettings();
const years = await openRecordedYears();
const history = await openHistory('every release since 2010 through the engine');

/** Every decision of a period for a server that posts each step at once, by its id. */
function playAll(timeline: Timeline, period: typeof RECORDED_YEARS): ReadonlyMap<string, Decision> {
  const decisions = new Map<string, Decision>();
  const take = ({ decision }: { readonly decision: Decision }): void => {
    decisions.set(decision.id, decision);
  };
  runThrough(playHistory(timeline, [{ settings, take }], period));
  return decisions;
}

function since2010({ releases }: Pick<Timeline, 'releases'>): readonly DatedPrint[] {
  return releases.filter(({ releasedOn }) => releasedOn >= '2010-01-01');
}

/** Whether small caps lagged at any close of a release's own window. */
function hasLagged({ sessions, snapshot }: Timeline, { dayZero, sessionBefore }: DatedPrint): boolean {
  const zero = sessions.indexOf(dayZero);
  const last = sessions[Math.min(zero + settings['event.windowSessions'], sessions.length - 1)] ?? dayZero;
  const market = measureMarket(snapshot({ kind: 'official', session: last }));
  return market.sessions.some(
    (session, index) =>
      session >= dayZero && judgeLag(market, settings, { sessionBefore }, index).truth === 'true',
  );
}

function truthOf(decision: Decision | undefined, id: string): string | undefined {
  return decision?.evidence.find((piece) => piece.id === id)?.truth;
}

type Played = {
  readonly at: (session: Session) => Decision | undefined;
  readonly vixAt: (session: Session) => number | undefined;
  /** Decisions that move the ratio, oldest first. */
  readonly steps: readonly Decision[];
};

function readerOf(decisions: ReadonlyMap<string, Decision>): Played {
  const at = (session: Session): Decision | undefined => decisions.get(`${session}.official`);
  return {
    at,
    vixAt: (session) =>
      at(session)
        ?.evidence.find(({ id }) => id === 'lateGate')
        ?.measures.find(({ id }) => id === 'vixLevel')?.value,
    steps: [...decisions.values()].filter(({ ratio }) => ratio.step !== 0),
  };
}

describe('the method, played over three recorded years with defaults,', () => {
  const releases = years.releases.filter(({ releasedOn }) => releasedOn >= RECORDED_YEARS.from);
  const weak = releases.filter((known) => isWeak(classifyPrint(known, settings)));
  const decisions = playAll(years, RECORDED_YEARS);
  const { at, vixAt, steps } = readerOf(decisions);

  it('classifies 42 releases, 17 of them weak, and sees small caps lag after eleven of these', () => {
    expect(releases).toHaveLength(42);
    expect(weak.map(({ print }) => print.releaseId)).toHaveLength(17);
    expect(weak.filter((known) => hasLagged(years, known))).toHaveLength(11);
  });

  it('confirms two prints and no other', () => {
    const confirmed = [...decisions.values()].filter(({ rank }) => rank === 'CAPITULATION');
    expect(new Set(confirmed.map(({ event }) => event?.print.releaseId))).toEqual(
      new Set(['CPI-2018-10-11', 'PPI-2020-03-12']),
    );
  });

  it('takes two steps in all: up on 2018-10-12 and down again three weeks later', () => {
    expect(steps.map(({ evaluation, ratio }) => [evaluation.session, ratio.now, ratio.next])).toEqual([
      ['2018-10-12', 0.6, 0.65],
      ['2018-11-02', 0.65, 0.6],
    ]);
  });

  it('arms on the CPI of 2018-10-11 and confirms at the next close, on which small caps lag', () => {
    expect(decisions.get('CPI-2018-10-11.print')).toMatchObject({ state: 'ARMED', print: { class: 'weak' } });
    expect(truthOf(at('2018-10-11'), 'lag')).toBe('false');
    expect(truthOf(at('2018-10-12'), 'lag')).toBe('true');
    expect(at('2018-10-12')).toMatchObject({ state: 'CAPITULATION', age: 1 });
  });

  it('unwinds in November 2018 on recovery, citing both closes', () => {
    expect(at('2018-11-02')?.unwind).toMatchObject({
      branch: 'recovered',
      onCloses: ['2018-11-01', '2018-11-02'],
    });
  });

  it('halves the step of 2018-10-12 at a VIX of 21.31', () => {
    expect(vixAt('2018-10-12')).toBe(21.31);
    expect(at('2018-10-12')?.ratio).toMatchObject({ step: 0.05, limits: ['step-up', 'halved-vix'] });
  });

  it('stands down on 2020-03-12, at a VIX of 75.47', () => {
    expect(vixAt('2020-03-12')).toBe(75.47);
    expect(at('2020-03-12')).toMatchObject({
      state: 'CAPITULATION',
      ratio: { target: 0.725, step: 0, limits: ['stand-down'] },
    });
  });

  it('counts a print on Good Friday from the Monday after', () => {
    expect(at('2020-04-13')?.event?.releases).toContain('CPI-2020-04-10');
    expect(at('2020-04-13')?.age).toBe(0);
  });

  it('is never degraded, and never moves on anything but an official close', () => {
    expect([...decisions.values()].flatMap(({ degraded }) => degraded)).toEqual([]);
    expect(steps.every(({ evaluation }) => evaluation.kind === 'official')).toBe(true);
  });
});

if (history) {
  describe('the method, played over the recorded history with defaults,', () => {
    const weak = since2010(history).filter((known) => isWeak(classifyPrint(known, settings)));
    const decisions = playAll(history, { from: '2010-01-01', until: '2024-08-30' });
    const { at, vixAt, steps } = readerOf(decisions);

    it('classifies 352 releases, 99 of them weak, and sees small caps lag after 38 of these', () => {
      expect(since2010(history)).toHaveLength(352);
      expect(weak).toHaveLength(99);
      expect(weak.filter((known) => hasLagged(history, known))).toHaveLength(38);
    });

    it('confirms four prints and no other', () => {
      const confirmed = [...decisions.values()].filter(({ rank }) => rank === 'CAPITULATION');
      expect(new Set(confirmed.map(({ event }) => event?.print.releaseId))).toEqual(
        new Set(['CPI-2014-09-17', 'CPI-2018-10-11', 'PPI-2020-03-12', 'PPI-2023-03-15']),
      );
    });

    it('takes five steps in all: up in 2014 and 2018, and down again', () => {
      expect(steps.map(({ evaluation, ratio }) => [evaluation.session, ratio.now, ratio.next])).toEqual([
        ['2014-09-23', 0.6, 0.7],
        ['2014-10-21', 0.7, 0.65],
        ['2014-10-22', 0.65, 0.6],
        ['2018-10-12', 0.6, 0.65],
        ['2018-11-02', 0.65, 0.6],
      ]);
    });

    it('arms on the CPI of 2014-09-17, watches the lag from 09-19 and confirms at the close of 09-23', () => {
      expect(decisions.get('CPI-2014-09-17.print')).toMatchObject({
        state: 'ARMED',
        print: { class: 'very-weak' },
      });
      expect(at('2014-09-17')?.print).toMatchObject({ z: expect.closeTo(-2.5, 2) });
      expect(truthOf(at('2014-09-18'), 'lag')).toBe('false');
      expect(truthOf(at('2014-09-19'), 'lag')).toBe('true');
      expect(at('2014-09-23')).toMatchObject({ state: 'CAPITULATION', age: 4 });
      expect(vixAt('2014-09-23')).toBe(14.93);
    });

    it('halves the raise for unknown breadth, and cuts it to one step: 0.725 asked for, 0.70 taken', () => {
      expect(truthOf(at('2014-09-23'), 'breadth')).toBe('unknown');
      expect(at('2014-09-23')?.ratio).toMatchObject({
        target: 0.725,
        step: 0.1,
        limits: ['step-up'],
        strength: 0.5,
      });
    });

    it('unwinds in October 2014 on recovery, citing both closes of each step', () => {
      expect(at('2014-10-21')?.unwind).toMatchObject({
        branch: 'recovered',
        onCloses: ['2014-10-20', '2014-10-21'],
      });
      expect(at('2014-10-22')?.unwind.onCloses).toEqual(['2014-10-21', '2014-10-22']);
    });

    it('stands down in 2020 and 2023, at a VIX of 75.47 and 26.14', () => {
      expect([vixAt('2020-03-12'), vixAt('2023-03-15')]).toEqual([75.47, 26.14]);
      for (const session of ['2020-03-12', '2023-03-15']) {
        expect(at(session)).toMatchObject({
          state: 'CAPITULATION',
          ratio: { target: 0.725, step: 0, limits: ['stand-down'] },
        });
      }
      expect(at('2023-03-15')?.standDown).toEqual(['vix-level']);
    });

    it('stays armed in November 2022 while small caps lead, lets the PPI join, and watches on 11-22', () => {
      expect(at('2022-11-10')).toMatchObject({ state: 'ARMED' });
      const lag = at('2022-11-10')?.evidence.find(({ id }) => id === 'lag');
      expect(lag?.measures[0]?.value).toBeCloseTo(-1.05, 2);
      expect(at('2022-11-15')).toMatchObject({
        age: 0,
        event: { id: 'CPI-2022-11-10', releases: ['CPI-2022-11-10', 'PPI-2022-11-15'] },
      });
      expect(at('2022-11-21')?.state).toBe('ARMED');
      expect(at('2022-11-22')).toMatchObject({ state: 'WATCH', ratio: { step: 0 } });
    });

    it('is never degraded, and never moves on anything but an official close', () => {
      expect([...decisions.values()].flatMap(({ degraded }) => degraded)).toEqual([]);
      expect(steps.every(({ evaluation }) => evaluation.kind === 'official')).toBe(true);
    });
  });
} else {
  describe.skip('the method, played over the recorded history', () => {
    it('needs the recorded history', () => undefined);
  });
}
