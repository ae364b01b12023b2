import type { Evidence, Measure } from '#domain/signal/evidence.ts';
import type { PrintClass, PrintReading } from '#domain/releases/print.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { measured, shown } from './measure.ts';
import { truthOf } from './truth.ts';
import type { Session } from '#domain/market/session.ts';

/** Whether a class is one of those that open an event. */
export function isWeak(reading: PrintReading): boolean {
  const weak: readonly PrintClass[] = ['weak', 'very-weak'];
  return reading.classified && weak.includes(reading.class);
}

/** Whether a weak print is young enough to count. Unknown without a print, or with one that cannot be classified. */
export function judgePrint(subject: Subject | undefined, settings: Settings): Evidence {
  if (!subject) {
    return { id: 'print', truth: 'unknown', reason: 'no-event', measures: [] };
  }
  const { reading, age } = subject;
  const window = settings['event.windowSessions'];
  const ageMeasure = measured(
    { id: 'eventAge', unit: 'sessions', value: age },
    { wanted: '<=', threshold: window, near: 1 },
  );
  if (!reading.classified) {
    // An old print has nothing to say whatever it said.
    const over = age > window;
    return {
      id: 'print',
      truth: over ? 'false' : 'unknown',
      ...(!over && { reason: reading.reason }),
      measures: [
        shown({ id: 'surprise', unit: 'standard deviations', value: undefined, reason: reading.reason }),
        ageMeasure,
      ],
    };
  }
  return {
    id: 'print',
    truth: truthOf(isWeak(reading) && age <= window),
    measures: [measureSurprise(reading, settings), ageMeasure],
    shape: reading.class,
  };
}

function measureSurprise(reading: Extract<PrintReading, { classified: true }>, settings: Settings): Measure {
  return reading.z === undefined
    ? measured(
        {
          id: 'surprise',
          unit: 'percentage points',
          value: Math.min(...reading.surprises.map(({ difference }) => difference)),
        },
        { wanted: '<=', threshold: settings['print.weakPoints'], near: 'score' },
      )
    : measured(
        { id: 'surprise', unit: 'standard deviations', value: reading.z },
        { wanted: '<=', threshold: settings['print.weakZ'], near: 'score' },
      );
}

/** The print that evidence speaks of: the open event's, else the latest. */
export type Subject = {
  readonly reading: PrintReading;
  /** Sessions since its day 0. */
  readonly age: number;
  /** The session before its day 0, where the reference close is taken. */
  readonly sessionBefore: Session;
};
