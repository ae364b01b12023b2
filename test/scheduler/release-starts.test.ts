import { describe, expect, it } from 'vitest';
import { newYorkInstant } from '#calendar/new-york.ts';
import { SourceUnavailable } from '#domain/problem.ts';
import type { CapturedForecasts } from '#domain/releases/captured-forecasts.ts';
import type { PastPrint, PrintReading } from '#domain/releases/print.ts';
import { classifyPrint } from '#engine/print/classify-print.ts';
import type { ConsensusSource } from '#ports/sources/release-data.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { openLedger } from '#test/support/ledger/open-ledger.ts';
import { playReleaseDay } from '#test/support/process/release-day.ts';

const SECOND = 1_000;
const INSTANT = newYorkInstant('2021-04-09', '08:30');
const STARTS = Array.from({ length: 71 }, (_, place) => (place - 10) * SECOND);
const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Against the last three prints the CPI of that day is very weak; against the survey it is very strong. */
const history: readonly PastPrint[] = Array.from({ length: 60 }, (_, month) => ({
  date: `${2016 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-10`,
  figures: {
    headline: { actual: 20, consensus: month % 2 === 0 ? 18 : 22 },
    core: { actual: 20, consensus: month % 2 === 0 ? 18 : 22 },
    headlineYearly: {},
  },
}));

/** A feed that knows of the CPI, and answers from so many milliseconds after the instant on. */
function feed(answersFrom: number): ConsensusSource {
  return {
    source: 'ForexFactory',
    nature: 'survey',
    async forecasts({ kind }, now) {
      if (now < INSTANT + answersFrom) {
        throw new SourceUnavailable('ForexFactory');
      }
      const figures = { headline: { consensus: 4 }, core: { consensus: 2 }, headlineYearly: {} };
      return kind === 'CPI'
        ? { figures, source: 'ForexFactory', nature: 'survey', capturedAt: now }
        : undefined;
    },
  };
}

/** What the print of that day is read as by a bot that was started so many milliseconds after the instant. */
async function readingOf(
  after: number,
  consensus: readonly ConsensusSource[],
  captured: readonly CapturedForecasts[] = [],
): Promise<PrintReading> {
  const ledger = await openLedger();
  await Promise.all(captured.map((one) => ledger.keepForecasts('CPI-2021-04-09', one)));
  const startedAt = INSTANT + after;
  await playReleaseDay({
    ledger,
    pace: 'keyed',
    delay: SECOND,
    servers: 1,
    log: QUIET,
    consensus,
    startedAt,
  });
  const print = (await ledger.prints(INSTANT + 86_400_000)).find(({ kind }) => kind === 'CPI');
  if (!print) {
    throw new Error(`a bot that was started ${after} ms after the instant received nothing`);
  }
  return classifyPrint(
    { print, history, dayZero: '2021-04-09', sessionBefore: '2021-04-08' },
    someSettings(),
  );
}

async function classesOf(answersFrom: number, starts = STARTS): Promise<ReadonlySet<string>> {
  const classes = new Set<string>();
  for (const after of starts) {
    const reading = await readingOf(after, [feed(answersFrom)]);
    classes.add(reading.classified ? `${reading.class} ${reading.method}` : reading.reason);
  }
  return classes;
}

describe('a bot that is started at any second from 08:29:50 to 08:31:00', () => {
  it('calls a print the same where a survey is in the feed', async () => {
    expect(await classesOf(-Infinity)).toEqual(new Set(['very-strong standardised']));
  }, 60_000);

  it('calls it the same where the feed only answers twenty seconds after the instant', async () => {
    const starts = STARTS.filter((_, place) => place % 7 === 0);
    expect(await classesOf(20 * SECOND, starts)).toEqual(new Set(['very-strong standardised']));
  }, 60_000);

  it('waits for a feed that is dead for a minute, and then goes by the last three prints', async () => {
    const reading = await readingOf(-10 * SECOND, [feed(Infinity)]);
    expect(reading).toMatchObject({ class: 'very-weak', method: 'points', hasConsensus: false });
    expect(reading).not.toHaveProperty('isConsensusLate');
  });

  it('says that a consensus was captured late, and counts it for the target as none', async () => {
    const reading = await readingOf(10 * SECOND, [feed(-Infinity)]);
    expect(reading).toMatchObject({ hasConsensus: false, isConsensusLate: true });
  });

  it('stands by what was captured before, whatever the feed says later', async () => {
    const figures = { headline: { consensus: 18 }, core: { consensus: 18 }, headlineYearly: {} };
    const inTime = { figures, source: 'ForexFactory', nature: 'survey', capturedAt: INSTANT - 1 } as const;
    const reading = await readingOf(10 * SECOND, [feed(-Infinity)], [inTime]);
    expect(reading).toMatchObject({ class: 'very-weak', method: 'standardised', hasConsensus: true });
    expect(reading).not.toHaveProperty('isConsensusLate');
  });
});
