import { describe, expect, it } from 'vitest';
import { newYorkInstant } from '#calendar/new-york.ts';
import { EPISODES } from '#adapters/recorded/episodes.ts';
import { createRecordedMarks } from '#adapters/recorded/recorded-marks.ts';
import type { SkewReport } from '#domain/market/term-curve.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import type { PositionMarks } from '#ports/sources/market-data.ts';
import { readSkew } from '#services/signal/read-skew.ts';
import { CALENDAR } from '#test/support/book/book-desk.ts';
import { recordedOf } from '#test/support/ledger/ledger-entries.ts';
import { decide } from '#test/support/engine/play-story.ts';
import { weakCpi, official } from '#test/support/engine/weak-cpi-story.ts';

const { signal } = new AbortController();
const RECORDED = createRecordedMarks(EPISODES, CALENDAR);
const PRINT = {
  ...weakCpi,
  dayZero: '2020-03-11',
  print: { ...weakCpi.print, releaseId: 'CPI-2020-02', releasedAt: newYorkInstant('2020-03-11', '08:30') },
};

function at(day: string, time: string): Snapshot {
  return {
    ...official(1),
    asOf: newYorkInstant(day, time),
    lastSession: time < '16:15' ? '2020-03-10' : day,
    prints: [PRINT],
  };
}

/** A server of the name `2` has a decision on the print, with the skew of that moment. */
function read(snapshot: Snapshot, { seen, marks = RECORDED }: { seen?: SkewReport; marks?: PositionMarks }) {
  const logged: unknown[] = [];
  const stored = recordedOf(decide(official(1)));
  const decision = async (server: string, id: string) =>
    server === '2' && id === 'CPI-2020-02.print' && seen
      ? { ...stored, inputs: { ...stored.inputs, skew: seen } }
      : undefined;
  const deps = {
    calendar: CALENDAR,
    marks,
    ledger: { decision },
    log: { error: (...line: readonly unknown[]) => void logged.push(line) },
  };
  return readSkew(deps, snapshot, ['1', '2', '3'], signal).then((skew) => ({ skew, logged }));
}

describe('readSkew', () => {
  it('holds put skew against what was stored with the print: the close before it', async () => {
    const { skew: atPrint } = await read(at('2020-03-11', '08:30'), {});
    expect(atPrint?.asOf).toBe(newYorkInstant('2020-03-10', '16:00'));
    expect(atPrint?.before).toBeUndefined();
    if (!atPrint) {
      throw new Error('skew is known');
    }
    const { skew } = await read(at('2020-03-12', '16:15'), { seen: atPrint });
    expect(skew?.before).toEqual({ putSkew: atPrint.putSkew, asOf: atPrint.asOf });
    // VIX 47.30 before and 75.47 then: the model's skew grows with the level.
    expect((skew?.putSkew ?? 0) - atPrint.putSkew).toBeGreaterThan(0.01);
  });

  it('takes no skew for the one before the print that was seen after it', async () => {
    const late = { putSkew: 0.05, asOf: PRINT.print.releasedAt };
    const { skew } = await read(at('2020-03-12', '16:15'), { seen: late });
    expect(skew?.before).toBeUndefined();
    expect(skew?.putSkew).toBeGreaterThan(0);
  });

  it('ranks the SKEW index among its 252 sessions', async () => {
    const { skew } = await read(at('2020-03-12', '16:15'), {});
    expect(skew?.index?.value).toBeGreaterThan(100);
    expect(skew?.index?.percentile).toBeGreaterThanOrEqual(0);
  });

  it('is unknown without prices, and a fault keeps no decision from being made', async () => {
    const broken: PositionMarks = { source: 'broken', marks: () => Promise.reject(new Error('no chain')) };
    const { skew, logged } = await read(at('2020-03-12', '16:15'), { marks: broken });
    expect(skew).toBeUndefined();
    expect(logged).toEqual([['skew not read', new Error('no chain')]]);
    const none: PositionMarks = {
      source: 'none',
      marks: async (now, aborted) => ({ ...(await RECORDED.marks(now, aborted)), chains: {} }),
    };
    expect((await read(at('2020-03-12', '16:15'), { marks: none })).skew).toBeUndefined();
  });
});
