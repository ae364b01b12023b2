import { newYorkInstant } from '#calendar/new-york.ts';
import type { Evaluation, KnownPrint, Snapshot } from '#domain/signal/snapshot.ts';
import type { DailyBreadth, DailyCloses } from '#domain/market/market.ts';
import type { Session } from '#domain/market/session.ts';
import { type PrintWish, aKnownPrint } from './known-print.ts';

const DAY = 24 * 3_600_000;

/** Calm sessions before a story begins: enough for every window of the method. */
const PRELUDE = 330;

/** Weekdays from the first Monday of 2013 on. */
export function weekdays(count: number): readonly Session[] {
  return Array.from({ length: count }, (_, place) => {
    const calendarDay = Math.floor(place / 5) * 7 + (place % 5);
    return new Date(Date.UTC(2013, 0, 7) + calendarDay * DAY).toISOString().slice(0, 10);
  });
}

/** What happens in one session, returns as fractions. */
export type Move = {
  readonly rut: number;
  readonly spx: number;
  /** VIX at the close; 14 unless told. */
  readonly vix?: number;
  /** Net share of advances, small and large issues. */
  readonly breadth?: readonly [number, number];
};

export type Wishes = {
  readonly prints?: readonly KnownPrint[];
  readonly fomc?: NonNullable<Snapshot['fomc']>;
  readonly quotes?: NonNullable<Snapshot['quotes']>;
  readonly breadth?: boolean;
};

/** A made-up market: 330 calm sessions, then what a test tells. Session 0 is the first one told. */
export type Story = {
  session(place: number): Session;
  /** A print whose day 0 is a session of the story. */
  print(place: number, wish?: PrintWish): KnownPrint;
  /** What is known at an official evaluation, a question (closes included), a print or a check (closes before). */
  at(place: number, kind: Evaluation['kind'], wishes?: Wishes): Snapshot;
};

/** Small caps follow large ones at a beta of 1.2, with a wobble of their own. */
function calm(place: number): Move {
  const spx = 0.006 * Math.sin(place * 2.399) + 0.0002;
  const wobble = 0.002 * Math.sin(place * 1.117 + 0.5);
  const share = 0.3 * Math.sin(place * 2.399);
  return { spx, rut: 1.2 * spx + wobble, breadth: [share + 0.1 * Math.sin(place * 1.7), share] };
}

export function tellStory(told: readonly Move[]): Story {
  const moves = [...Array.from({ length: PRELUDE }, (_, place) => calm(place)), ...told];
  const sessions = weekdays(moves.length + 1);
  const closes = {
    rut: closesOf('rut', 1100, moves),
    spx: closesOf('spx', 1900, moves),
    vix: moves.map(({ vix = 14 }) => vix),
    vix3m: moves.map(() => 16),
    vix9d: moves.map(() => 12),
  };
  const session = (place: number): Session => sessions[PRELUDE + place] ?? '';
  const daily = (name: keyof typeof closes, until: number): DailyCloses => ({
    closes: closes[name]
      .slice(0, until + 1)
      .map((close, index) => ({ session: sessions[index] ?? '', close })),
    source: 'a story',
    quality: 'recorded',
  });
  const counts = (universe: string, which: 0 | 1, until: number): DailyBreadth => ({
    universe,
    source: 'a story',
    quality: 'recorded',
    days: moves.slice(0, until + 1).flatMap(({ breadth }, index) => {
      const advances = Math.round(300 * (1 + (breadth?.[which] ?? 0)));
      return breadth
        ? [{ session: sessions[index] ?? '', advances, declines: 600 - advances, unchanged: 0 }]
        : [];
    }),
  });

  return {
    session,
    print: (place, wish = {}) =>
      aKnownPrint({ dayZero: session(place), sessionBefore: session(place - 1), ...wish }),

    at(place, kind, { prints = [], breadth = false, ...wishes } = {}) {
      const evaluation = evaluationOf(kind, session(place), prints);
      const isClose = kind === 'official' || kind === 'question';
      const last = PRELUDE + place - (isClose ? 0 : 1);
      return {
        asOf: newYorkInstant(session(place), timeOf(kind)),
        evaluation,
        lastSession: sessions[last] ?? '',
        sessions: sessions.slice(0, PRELUDE + place + 1),
        market: {
          rut: daily('rut', last),
          spx: daily('spx', last),
          vix: daily('vix', last),
          vix3m: daily('vix3m', last),
          vix9d: daily('vix9d', last),
          ...(breadth && {
            breadth: { small: counts('S&P 600', 0, last), large: counts('S&P 500', 1, last) },
          }),
        },
        prints: prints.filter(({ dayZero }) => dayZero <= session(place)),
        ...wishes,
      };
    },
  };
}

function closesOf(index: 'rut' | 'spx', start: number, moves: readonly Move[]): readonly number[] {
  let close = start;
  return moves.map((move) => {
    close *= 1 + move[index];
    return Math.round(close * 100) / 100;
  });
}

function timeOf(kind: Evaluation['kind']): string {
  const times = { print: '08:30', check: '09:45', official: '16:15', question: '18:00' } as const;
  return times[kind];
}

function evaluationOf(kind: Evaluation['kind'], session: Session, prints: readonly KnownPrint[]): Evaluation {
  switch (kind) {
    case 'print':
      return { kind, session, releaseId: prints.at(-1)?.print.releaseId ?? '' };
    case 'check':
      return { kind, session, time: '09:45' };
    case 'official':
    case 'question':
      return { kind, session };
  }
}
