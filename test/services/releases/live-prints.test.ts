import { describe, expect, it } from 'vitest';
import { newYorkInstant } from '#calendar/new-york.ts';
import { type Pace, type ShownFigures, pollDelay } from '#domain/releases/poll.ts';
import { SourceUnavailable } from '#domain/problem.ts';
import type { Release, ReleaseKind } from '#domain/releases/release.ts';
import type { ConsensusSource, FiguresSource } from '#ports/sources/release-data.ts';
import { createLivePrints } from '#services/releases/live-prints.ts';
import { openLedger } from '#test/support/ledger/open-ledger.ts';
import { releaseOn } from '#test/support/engine/releases.ts';

const { signal } = new AbortController();
const CPI = releaseOn('CPI', '2026-12-10');
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const shown = (referenceMonth: string, values: string, core?: number): ShownFigures => ({
  referenceMonth,
  values,
  figures: {
    headline: {},
    core: core === undefined ? {} : { actual: core, previous: 6 },
    headlineYearly: {},
  },
  quality: 'live',
});
const OLD = shown('2026-10', 'a', 6);
const NEW = shown('2026-11', 'b', 2);

type Answer = ShownFigures | Error | undefined;

/** A source that answers as a test says; it counts how often it was asked. */
function source(
  name: string,
  pace: Pace,
  answer: (at: number, kind: ReleaseKind) => Answer,
  clock: { at: number },
) {
  const asked: number[] = [];
  const figures: FiguresSource = {
    source: name,
    pace,
    async look(kind) {
      asked.push(clock.at);
      const given = answer(clock.at, kind);
      if (given instanceof Error) {
        throw given;
      }
      return given;
    },
  };
  return { figures, asked };
}

async function setUp(
  sources: readonly { readonly name: string; readonly pace: Pace; readonly answer: (at: number) => Answer }[],
  consensus: readonly ConsensusSource[] = [],
) {
  const ledger = await openLedger();
  const clock = { at: CPI.scheduledAt };
  const made = sources.map(({ name, pace, answer }) => source(name, pace, answer, clock));
  const prints = createLivePrints({
    figures: made.map(({ figures }) => figures),
    consensus,
    past: { history: async () => [] },
    ledger,
    clock: { now: () => clock.at },
  });
  const fetch = (at: number, release: Release = CPI) => {
    clock.at = at;
    return prints.fetch(release, at, signal);
  };
  /** Asks as the job does, from the instant of the release on, until figures are found or the time is over. */
  const watch = async (until: number) => {
    for (let elapsed = 0; elapsed <= until; elapsed += pollDelay(prints.pace, elapsed)) {
      const print = await fetch(CPI.scheduledAt + elapsed);
      if (print) {
        return print;
      }
    }
    return undefined;
  };
  return { ledger, clock, prints, fetch, watch, asked: made.map((one) => one.asked) };
}

const outAfter =
  (delay: number) =>
  (at: number): Answer =>
    at >= CPI.scheduledAt + delay ? NEW : OLD;

describe('createLivePrints', () => {
  it('keeps what each poll saw, until the figures are new', async () => {
    const { ledger, watch } = await setUp([{ name: 'BLS', pace: 'keyed', answer: outAfter(5 * SECOND) }]);
    const print = await watch(HOUR);
    expect(print).toMatchObject({
      releaseId: CPI.id,
      referenceMonth: '2026-11',
      source: 'BLS',
      releasedAt: CPI.scheduledAt + 6 * SECOND,
      receivedAt: CPI.scheduledAt + 6 * SECOND,
      figures: { core: { actual: 2, previous: 6 } },
    });
    expect((await ledger.polls(CPI.id)).map(({ saw }) => saw)).toEqual(['old', 'old', 'old', 'new']);
  });

  it('does not take the values of yesterday under a new month', async () => {
    const stale = shown('2026-11', 'a', 6);
    const { watch } = await setUp([
      { name: 'BLS', pace: 'keyed', answer: (at) => (at > CPI.scheduledAt ? stale : OLD) },
    ]);
    expect(await watch(MINUTE)).toBeUndefined();
  });

  it('takes whoever has new figures first, and says who', async () => {
    const { watch } = await setUp([
      { name: 'BLS', pace: 'keyless', answer: outAfter(MINUTE) },
      { name: 'FRED', pace: 'keyed', answer: outAfter(10 * SECOND) },
    ]);
    expect(await watch(HOUR)).toMatchObject({ source: 'FRED', receivedAt: CPI.scheduledAt + 10 * SECOND });
  });

  it('asks each source on its own schedule', async () => {
    const { watch, asked } = await setUp([
      { name: 'BLS', pace: 'keyless', answer: () => OLD },
      { name: 'FRED', pace: 'keyed', answer: () => OLD },
    ]);
    await watch(30 * MINUTE - 1);
    expect(asked.map((instants) => instants.length)).toEqual([16, 30 + 24 + 27]);
  });

  it.each([
    ['keyless', 25],
    ['keyed', 500],
  ] as const)('asks a %s source that always fails no more than %d times a day', async (pace, quota) => {
    const failing = new SourceUnavailable('BLS');
    const { ledger, watch, asked } = await setUp([{ name: 'BLS', pace, answer: () => failing }]);
    expect(await watch(24 * HOUR)).toBeUndefined();
    expect(asked[0]?.length).toBeLessThanOrEqual(quota);
    expect(new Set((await ledger.polls(CPI.id)).map(({ saw }) => saw))).toEqual(new Set(['failed']));
  });

  it('asks at once, and no more than that, after a late start', async () => {
    const { fetch, asked } = await setUp([{ name: 'BLS', pace: 'keyless', answer: () => OLD }]);
    await fetch(CPI.scheduledAt + 10 * MINUTE);
    await fetch(CPI.scheduledAt + 10 * MINUTE + SECOND);
    await fetch(CPI.scheduledAt + 11 * MINUTE);
    expect(asked[0]).toHaveLength(2);
  });

  it('says of figures that were out before it looked that they were published on time', async () => {
    const { fetch } = await setUp([{ name: 'BLS', pace: 'keyed', answer: () => NEW }]);
    const print = await fetch(CPI.scheduledAt + 7 * HOUR);
    expect([print?.releasedAt, print?.receivedAt]).toEqual([CPI.scheduledAt, CPI.scheduledAt + 7 * HOUR]);
  });

  it('sees a PPI that appears at 08:56, as on 2021-04-09, within three minutes', async () => {
    const PPI = releaseOn('PPI', '2021-04-09');
    const outAt = newYorkInstant('2021-04-09', '08:56');
    for (const pace of ['keyed', 'keyless'] as const) {
      const answer = (at: number): Answer =>
        at >= outAt ? shown('2021-03', 'b', 20) : shown('2021-02', 'a', 6);
      const { prints, fetch } = await setUp([{ name: 'BLS', pace, answer }]);
      let found: number | undefined;
      for (let elapsed = 0; found === undefined; elapsed += pollDelay(prints.pace, elapsed)) {
        found = (await fetch(PPI.scheduledAt + elapsed, PPI))?.receivedAt;
      }
      expect(found - outAt).toBeLessThanOrEqual(3 * MINUTE);
    }
  });

  it('puts what was expected beside the figures, captured before they came', async () => {
    const core = { at: 4 };
    const survey: ConsensusSource = {
      source: 'ForexFactory',
      nature: 'survey',
      forecasts: async (_release, now) => ({
        figures: { headline: {}, core: { consensus: core.at }, headlineYearly: {} },
        source: 'ForexFactory',
        nature: 'survey',
        capturedAt: now,
      }),
    };
    const { clock, ledger, prints, fetch } = await setUp(
      [{ name: 'BLS', pace: 'keyed', answer: outAfter(0) }],
      [survey],
    );
    clock.at = CPI.scheduledAt - HOUR;
    await prints.consensus(CPI, clock.at, signal);
    core.at = 9;
    await prints.consensus(CPI, CPI.scheduledAt, signal);
    expect(await fetch(CPI.scheduledAt)).toMatchObject({
      consensusSource: 'ForexFactory',
      figures: { core: { actual: 2, consensus: 4 } },
    });
    expect(await ledger.forecasts(CPI.id)).toHaveLength(1);
  });

  it('looks once before the first release that it watches, to know what is old', async () => {
    const { ledger, clock, prints, asked } = await setUp([
      { name: 'BLS', pace: 'keyless', answer: () => OLD },
    ]);
    clock.at = CPI.scheduledAt - HOUR;
    await prints.consensus(CPI, clock.at, signal);
    await prints.consensus(CPI, clock.at + MINUTE, signal);
    expect(asked[0]).toHaveLength(1);
    expect(await ledger.latestShown('BLS', 'CPI')).toMatchObject({ saw: 'old', referenceMonth: '2026-10' });
  });
});
