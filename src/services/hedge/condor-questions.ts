import { isOpen } from '#domain/releases/release-life.ts';
import { UnknownLot } from '#domain/book/book-problem.ts';
import { isProblem } from '#domain/problem.ts';
import type { DatedEvent } from '#domain/hedge/time-shift.ts';
import { newYorkDay } from '#calendar/new-york.ts';
import { expectedDailyRange } from '#engine/evidence/expected-daily-range.ts';
import { readClose } from '#engine/evidence/read-close.ts';
import { condorReport, type CondorReportCase } from '#engine/condor/condor-report.ts';
import { priceBook, type PriceSources } from '#engine/valuation/price-book.ts';
import { timeShift } from '#engine/condor/time-shift.ts';
import { condorDrag } from '#engine/condor/condor-drag.ts';
import type { Found } from '#services/signal/evaluate-now.ts';
import type { CondorsReport } from './exposure-reports.ts';
import type { ExposureServices } from './exposure-services.ts';
import type { ExposureParts } from './exposure-parts.ts';
import { frameOf, type Look, lookAt } from './look.ts';
import { findNow } from './read-programme.ts';

/** Where every condor stands. */
export function createCondors(parts: ExposureParts): ExposureServices['condors'] {
  return async (owner, signal) => {
    const look = await lookAt(parts, owner, signal);
    const found = await findNow(parts, owner.server, signal);
    const given = viewCase(look, found);
    return {
      ...frameOf(parts, look),
      condors: look.holdings.positions.condors.map((lot) => condorReport(lot, given)),
      isConfirmed: given.isConfirmed,
      ...(found && dragBeside(look, found)),
    };
  };
}

/** Ways to roll part of one condor out in time. */
export function createTimeShift(parts: ExposureParts): ExposureServices['timeShift'] {
  return async (owner, id, signal) => {
    const look = await lookAt(parts, owner, signal);
    const { positions, geometry } = look.holdings;
    const lot = positions.condors.find((condor) => condor.id === id);
    if (!lot) {
      throw new UnknownLot(id);
    }
    const found = await findNow(parts, owner.server, signal);
    const sources = withVix(look.holdings.sources, found);
    const shift = timeShift(lot, {
      ...viewCase(look, found),
      sources,
      settings: look.settings,
      account: {
        positions,
        book: priceBook(positions, sources),
        expirations: look.settings['exposure.expirations'],
        geometry,
      },
      events: await eventsAhead(parts, signal),
    });
    return { ...frameOf(parts, look), shift, settlement: lot.settlement, strikes: lot.strikes };
  };
}

function viewCase({ holdings, settings }: Look, found: Found | undefined): CondorReportCase {
  return {
    sources: holdings.sources,
    settings,
    isConfirmed: found?.decision.state === 'CAPITULATION',
    dailyRange: found ? expectedDailyRange(found.inputs.snapshot) : { known: false, reason: 'not-supplied' },
  };
}

/** Where no source of option prices tells the VIX, its last close does. */
function withVix(sources: PriceSources, found: Found | undefined): PriceSources {
  const { marks } = sources;
  return found && !marks.vix.known
    ? {
        ...sources,
        marks: { ...marks, vix: readClose(found.inputs.snapshot.market.vix, found.inputs.snapshot) },
      }
    : sources;
}

function dragBeside({ holdings, settings }: Look, { decision, inputs }: Found): Pick<CondorsReport, 'drag'> {
  const { snapshot } = inputs;
  return condorDrag({
    ...holdings,
    settings,
    decision,
    dailyRange: expectedDailyRange(snapshot),
    smallCaps: new Map(snapshot.market.rut.closes.map(({ session, close }) => [session, close])),
    lastSession: snapshot.lastSession,
  });
}

/** CPI, PPI and FOMC dates as far as they are known; without the releases where their calendar does not answer. */
async function eventsAhead(
  { releases, fomc }: ExposureParts,
  signal: AbortSignal,
): Promise<readonly DatedEvent[]> {
  const statements = fomc
    .filter(({ scheduled }) => scheduled)
    .map(({ day }): DatedEvent => ({ what: 'FOMC', day }));
  try {
    const known = await releases.releases(signal);
    const prints = known
      .filter(isOpen)
      .map(({ kind, scheduledAt }): DatedEvent => ({ what: kind, day: newYorkDay(scheduledAt) }));
    return [...statements, ...prints];
  } catch (error) {
    if (isProblem(error)) {
      return statements;
    }
    throw error;
  }
}
