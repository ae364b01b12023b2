import type { Event, Memory } from '#domain/signal/decision.ts';
import type { PrintReading } from '#domain/releases/print.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { KnownPrint, Snapshot } from '#domain/signal/snapshot.ts';
import { isWeak } from '#engine/evidence/judge-print.ts';
import { sessionsSince } from '#engine/evidence/read-close.ts';
import type { classifyPrint } from '#engine/print/classify-print.ts';
import { isAboveBase } from './adopt-step.ts';

/** Releases remembered as taken in. */
const REMEMBERED = 8;

/** What is known of prints: the open event, the latest print, and the releases taken in. */
export type PrintMemory = Pick<Memory, 'event' | 'lastPrint' | 'absorbed'>;

/**
 * Takes in the prints that are new, oldest first.
 *
 * A weak one opens an event, or joins the one whose window is open or whose ratio is still above base: the event
 * keeps its id, and its age and reference close start again at the newer day 0. Any other is only remembered as
 * the latest. Prints taken in before are read again, so that changed thresholds count from here on.
 */
export function recordPrints(
  snapshot: Snapshot,
  settings: Settings,
  memory: Memory,
  read: typeof classifyPrint,
): PrintMemory {
  let prints: PrintMemory = memory;
  for (const known of snapshot.prints) {
    const reading = read(known, settings);
    prints = prints.absorbed.includes(reading.releaseId)
      ? readAgain(prints, reading)
      : takeIn(
          prints,
          { known, reading, aboveBase: isAboveBase(memory.programme, settings) },
          (event) =>
            sessionsSince(snapshot.sessions, event.dayZero, known.dayZero) <=
            settings['event.windowSessions'],
        );
  }
  return prints;
}

function readAgain({ event, lastPrint, absorbed }: PrintMemory, reading: PrintReading): PrintMemory {
  const { releaseId } = reading;
  return {
    absorbed,
    ...(event && { event: event.print.releaseId === releaseId ? { ...event, print: reading } : event }),
    ...(lastPrint && {
      lastPrint: lastPrint.reading.releaseId === releaseId ? { ...lastPrint, reading } : lastPrint,
    }),
  };
}

type Newcomer = {
  readonly known: KnownPrint;
  readonly reading: PrintReading;
  readonly aboveBase: boolean;
};

function takeIn(
  { event, lastPrint, absorbed }: PrintMemory,
  { known, reading, aboveBase }: Newcomer,
  isOpen: (event: Event) => boolean,
): PrintMemory {
  const { dayZero } = known;
  const joined = event && (aboveBase || isOpen(event)) ? event : undefined;
  const after = isWeak(reading) ? joinEvent(joined, known, reading) : event;
  const isLatest = !lastPrint || lastPrint.dayZero <= dayZero;
  return {
    absorbed: [...absorbed, reading.releaseId].slice(-REMEMBERED),
    ...(after && { event: after }),
    lastPrint: isLatest ? { reading, dayZero } : lastPrint,
  };
}

function joinEvent(event: Event | undefined, known: KnownPrint, reading: PrintReading): Event {
  const { dayZero, sessionBefore } = known;
  const latest = { print: reading, dayZero, sessionBefore };
  if (!event) {
    return { id: reading.releaseId, releases: [reading.releaseId], ...latest };
  }
  const releases = [...event.releases, reading.releaseId];
  return { ...event, ...(event.dayZero <= dayZero && latest), releases };
}
