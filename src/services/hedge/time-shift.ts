import { newYorkDay } from '#calendar/new-york.ts';
import { UnknownLot } from '#domain/book/book-problem.ts';
import type { BookOwner } from '#domain/book/book-record.ts';
import type { CondorStrikes, Settlement } from '#domain/book/lot.ts';
import type { DatedEvent, TimeShift } from '#domain/hedge/time-shift.ts';
import type { FomcStatement } from '#domain/market/session.ts';
import { isOpen } from '#domain/releases/release.ts';
import { timeShift as shiftInTime } from '#engine/condor/time-shift.ts';
import { readClose } from '#engine/evidence/read-close.ts';
import { type PriceSources, priceBook } from '#engine/valuation/price-book.ts';
import type { ReleaseCalendar } from '#ports/sources/release-data.ts';
import type { DecisionNow, EvaluationServices } from '#services/signal/index.ts';
import { viewCase } from './condors.ts';
import { type Frame, type LookDeps, frameOf, lookAtBook } from './look-at-book.ts';
import { whereKnown } from './read-programme.ts';

export type TimeShiftReport = Frame & {
  readonly shift: TimeShift;
  readonly settlement: Settlement;
  readonly strikes: CondorStrikes;
};

type ShiftDeps = LookDeps &
  Pick<EvaluationServices, 'decideNow'> & {
    readonly fomc: readonly FomcStatement[];
    readonly releases: ReleaseCalendar;
  };

/**
 * Ways to roll part of one condor out in time.
 *
 * @throws UnknownLot for a lot that the book does not hold, or that is no condor
 */
export async function timeShift(
  deps: ShiftDeps,
  owner: BookOwner,
  id: string,
  signal: AbortSignal,
): Promise<TimeShiftReport> {
  const look = await lookAtBook(deps, owner, signal);
  const { positions, geometry } = look.holdings;
  const lot = positions.condors.find((condor) => condor.id === id);
  if (!lot) {
    throw new UnknownLot(id);
  }
  const present = await whereKnown(deps.decideNow(owner.server, signal));
  const sources = withVix(look.holdings.sources, present);
  const shift = shiftInTime(lot, {
    ...viewCase(look, present),
    sources,
    settings: look.settings,
    account: {
      positions,
      book: priceBook(positions, sources),
      expirations: look.settings['exposure.expirations'],
      geometry,
    },
    events: await eventsAhead(deps, signal),
  });
  return { ...frameOf(deps, look), shift, settlement: lot.settlement, strikes: lot.strikes };
}

/** Where no source of option prices tells the VIX, its last close does. */
function withVix(sources: PriceSources, present: DecisionNow | undefined): PriceSources {
  const { marks } = sources;
  return present && !marks.vix.known
    ? {
        ...sources,
        marks: { ...marks, vix: readClose(present.snapshot.market.vix, present.snapshot) },
      }
    : sources;
}

/** CPI, PPI and FOMC dates as far as they are known; without the releases where their calendar does not answer. */
async function eventsAhead(
  { releases, fomc }: Pick<ShiftDeps, 'releases' | 'fomc'>,
  signal: AbortSignal,
): Promise<readonly DatedEvent[]> {
  const statements = fomc
    .filter(({ scheduled }) => scheduled)
    .map(({ day }): DatedEvent => ({ what: 'FOMC', day }));
  const known = (await whereKnown(releases.releases(signal))) ?? [];
  const prints = known
    .filter(isOpen)
    .map(({ kind, scheduledAt }): DatedEvent => ({ what: kind, day: newYorkDay(scheduledAt) }));
  return [...statements, ...prints];
}
