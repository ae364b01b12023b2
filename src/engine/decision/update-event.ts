import type { Event, Memory } from '#domain/signal/decision.ts';
import type { PrintReading } from '#domain/releases/print.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { KnownPrint, Snapshot } from '#domain/signal/snapshot.ts';
import { sessionsSince } from '#engine/evidence/read-close.ts';
import type { Subject } from '#engine/evidence/judge-print.ts';
import type { classifyPrint } from '#engine/print/classify-print.ts';
import { type PrintMemory, recordPrints } from './record-prints.ts';
import { isAboveBase } from './adopt-step.ts';

/** Where a server stands with its prints at one evaluation. */
export type EventState = {
  readonly absorbed: PrintMemory;
  /** The event that matters still: its window is open, or the ratio is above base. */
  readonly event: Event | undefined;
  /** Sessions since the event's day 0. */
  readonly age: number | undefined;
  readonly isOpen: boolean;
  readonly aboveBase: boolean;
  /** What evidence speaks of: the event's print, else the latest. */
  readonly subject: Subject | undefined;
  /** The print that the evaluation is about. */
  readonly print: PrintReading | undefined;
};

/** The same with the settings' version on an event that has just been opened. */
export function stampEvent(eventState: EventState, settingsVersion: number): EventState {
  const stamped = (event: Event | undefined): Event | undefined => event && { settingsVersion, ...event };
  const { absorbed } = eventState;
  const event = stamped(absorbed.event);
  return {
    ...eventState,
    event: stamped(eventState.event),
    absorbed: { ...absorbed, ...(event && { event }) },
  };
}

/**
 * Takes in new prints, ends an event whose time is over, and says what is left.
 *
 * @param read - what a print says
 */
export function updateEvent(
  snapshot: Snapshot,
  settings: Settings,
  memory: Memory,
  read: typeof classifyPrint,
): EventState {
  const { sessions, evaluation } = snapshot;
  const ageOf = (dayZero: string): number => sessionsSince(sessions, dayZero, evaluation.session);
  const window = settings['event.windowSessions'];
  const aboveBase = isAboveBase(memory.programme, settings);
  const { event: known, ...rest } = recordPrints(snapshot, settings, memory, read);

  const isOpen = known !== undefined && ageOf(known.dayZero) <= window;
  const event = isOpen || aboveBase ? known : undefined;
  const { lastPrint } = rest;
  const recent = lastPrint && ageOf(lastPrint.dayZero) <= window ? lastPrint.reading : undefined;
  return {
    absorbed: { ...rest, ...(event && { event }) },
    event,
    age: event && ageOf(event.dayZero),
    isOpen,
    aboveBase,
    subject: event ? subjectOfEvent(event, ageOf(event.dayZero)) : subjectOfPrint(lastPrint, snapshot),
    print: announced(snapshot, rest, (known) => read(known, settings)) ?? recent,
  };
}

function subjectOfEvent({ print, sessionBefore }: Event, age: number): Subject {
  return { reading: print, age, sessionBefore };
}

function subjectOfPrint(
  lastPrint: Memory['lastPrint'],
  { sessions, evaluation }: Snapshot,
): Subject | undefined {
  if (!lastPrint) {
    return undefined;
  }
  const { reading, dayZero } = lastPrint;
  return {
    reading,
    age: sessionsSince(sessions, dayZero, evaluation.session),
    sessionBefore: sessions.findLast((session) => session < dayZero) ?? dayZero,
  };
}

/** The print whose publication is the evaluation, even if another one came out with it. */
function announced(
  { evaluation, prints }: Snapshot,
  { lastPrint }: PrintMemory,
  read: (known: KnownPrint) => PrintReading,
): PrintReading | undefined {
  if (evaluation.kind !== 'print') {
    return undefined;
  }
  if (lastPrint?.reading.releaseId === evaluation.releaseId) {
    return lastPrint.reading;
  }
  const known = prints.find(({ print }) => print.releaseId === evaluation.releaseId);
  return known && read(known);
}
