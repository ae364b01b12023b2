import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { newYorkInstant } from '../../src/calendar/new-york.ts';
import type { Evaluation } from '../../src/domain/evaluation.ts';
import type { DailyBreadth, DailyCloses } from '../../src/domain/market.ts';
import { TICK, type Figure, type PastPrint, type Print } from '../../src/domain/print.ts';
import type { Session } from '../../src/domain/session.ts';
import type { KnownPrint, Snapshot } from '../../src/domain/snapshot.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = `${process.env['SHARED_DIR'] ?? `${PROJECT}../shared`}/data`;

/** Sessions of closes in a snapshot: enough for every window, and for averages to forget how they began. */
const REACH = 400;

/** Sessions for which a print is carried along. */
const CARRIED = 11;

export type RecordedRelease = KnownPrint & { readonly releasedOn: string };

/** The project's recorded history, seen from any instant in it. */
export type History = {
  /** Oldest first, from 2007. */
  readonly releases: readonly RecordedRelease[];
  readonly sessions: readonly Session[];
  /** What was known at an evaluation: a print at its instant, a close at 16:15. */
  snapshot(evaluation: Evaluation): Snapshot;
};

/** Opens the recorded history; without it, says in one line what is left out and answers nothing. */
export function openHistory(purpose: string): History | undefined {
  if (!existsSync(`${FOLDER}/releases/cpi_ppi_releases.csv`)) {
    console.log(`Skipped for want of the recorded history (SHARED_DIR): ${purpose}`);
    return undefined;
  }
  const spx = readCloses('market/spx_daily.csv', 'close', 'spx');
  const sessions = spx.closes.map(({ session }) => session);
  const place = new Map(sessions.map((session, index) => [session, index]));
  const market = {
    rut: readCloses('market/rut_daily.csv', 'close', 'rut'),
    spx,
    vix: readCloses('market/vix_daily.csv', 'close', 'vix'),
    vix3m: readCloses('market/vol_indices_daily.csv', 'vix3m', 'vix3m'),
    vix9d: readCloses('market/vol_indices_daily.csv', 'vix9d', 'vix9d'),
  };
  const breadth = { small: readBreadth('sp600', 'S&P 600'), large: readBreadth('sp500', 'S&P 500') };
  const releases = readReleases(sessions);
  const statements = readRows('official/fomc_meetings.csv')
    .filter((row) => row['kind'] === 'scheduled' && (row['statement_day'] ?? '') <= (sessions.at(-1) ?? ''))
    .map(({ statement_day: statement = '' }) => ({
      statement,
      place: sessions.findIndex((session) => session >= statement),
    }));

  const between = (daily: DailyCloses, from: Session, until: Session): DailyCloses => ({
    ...daily,
    closes: daily.closes.slice(placeFrom(daily.closes, from), placeFrom(daily.closes, `${until}~`)),
  });
  const counted = (daily: DailyBreadth, until: Session): DailyBreadth => ({
    ...daily,
    days: daily.days.slice(0, placeFrom(daily.days, `${until}~`)),
  });

  return {
    releases,
    sessions,
    snapshot(evaluation) {
      const today = place.get(evaluation.session) ?? -1;
      const isClose = evaluation.kind === 'official' || evaluation.kind === 'question';
      const asOf = instantOf(evaluation, releases);
      const lastSession = sessions[isClose ? today : today - 1] ?? '';
      const shown = sessions.slice(Math.max(0, today + 1 - REACH), today + 1);
      const first = shown[0] ?? '';
      const since = sessions[today - CARRIED] ?? '';
      const fomc = nearest(statements, today);
      return {
        asOf,
        evaluation,
        lastSession,
        sessions: shown,
        market: {
          rut: between(market.rut, first, lastSession),
          spx: between(market.spx, first, lastSession),
          vix: between(market.vix, first, lastSession),
          vix3m: between(market.vix3m, first, lastSession),
          vix9d: between(market.vix9d, first, lastSession),
          ...(lastSession >= '2023-06-21' && {
            breadth: {
              small: counted(breadth.small, lastSession),
              large: counted(breadth.large, lastSession),
            },
          }),
        },
        prints: releases.filter(
          ({ print, dayZero }) =>
            print.releasedAt <= asOf && dayZero >= since && dayZero <= evaluation.session,
        ),
        ...(fomc && { fomc }),
      };
    },
  };
}

/** A print's own instant, 16:15 for closes, 09:45 for checks. */
function instantOf(evaluation: Evaluation, releases: readonly RecordedRelease[]): number {
  if (evaluation.kind === 'print') {
    const release = releases.find(({ print }) => print.releaseId === evaluation.releaseId);
    return release?.print.releasedAt ?? newYorkInstant(evaluation.session, '08:30');
  }
  return newYorkInstant(evaluation.session, evaluation.kind === 'check' ? evaluation.time : '16:15');
}

type Row = Readonly<Record<string, string>>;

function readRows(file: string): readonly Row[] {
  const [head = '', ...lines] = readFileSync(`${FOLDER}/${file}`, 'utf8').trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, column) => [name, cells[column] ?? '']));
  });
}

function readCloses(file: string, column: string, source: string): DailyCloses {
  const closes = readRows(file).flatMap((row) =>
    row[column] ? [{ session: row['date'] ?? '', close: Number(row[column]) }] : [],
  );
  return { closes, source, quality: 'recorded' };
}

function readBreadth(column: string, universe: string): DailyBreadth {
  const days = readRows('breadth/exchange_and_index_advance_decline.csv').map((row) => ({
    session: row['date'] ?? '',
    advances: Number(row[`${column}_advancers`]),
    declines: Number(row[`${column}_decliners`]),
  }));
  return { universe, days, source: 'counted', quality: 'proxy' };
}

function readReleases(sessions: readonly Session[]): readonly RecordedRelease[] {
  const past = { CPI: new Array<PastPrint>(), PPI: new Array<PastPrint>() };
  return readRows('releases/cpi_ppi_releases.csv')
    .map((row) => readPrint(row))
    .toSorted((first, second) => first.print.releasedAt - second.print.releasedAt)
    .map(({ print, releasedOn }) => {
      const history = [...past[print.kind]];
      past[print.kind].push({ date: releasedOn, figures: print.figures });
      const zero = sessions.findIndex((session) => session >= releasedOn);
      return {
        print,
        history,
        releasedOn,
        dayZero: sessions[zero] ?? '',
        sessionBefore: sessions[zero - 1] ?? '',
      };
    });
}

function readPrint(row: Row): { readonly print: Print; readonly releasedOn: string } {
  const releasedOn = row['release_date'] ?? '';
  const kind = row['release'] === 'CPI' ? 'CPI' : 'PPI';
  const releasedAt = Date.parse(row['release_datetime_utc'] ?? '');
  return {
    releasedOn,
    print: {
      releaseId: `${kind}-${releasedOn}`,
      kind,
      referenceMonth: row['reference_month'] ?? '',
      figures: {
        headline: readFigure(row, 'headline_mom'),
        core: readFigure(row, 'core_mom'),
        headlineYearly: readFigure(row, 'headline_yoy'),
      },
      scheduledAt: newYorkInstant(releasedOn, '08:30'),
      releasedAt,
      receivedAt: releasedAt,
      source: 'recorded',
      quality: 'recorded',
    },
  };
}

function readFigure(row: Row, series: string): Figure {
  return {
    ...inTicks('actual', row[`${series}_actual`]),
    ...inTicks('consensus', row[`${series}_consensus`]),
    ...inTicks('previous', row[`${series}_previous`]),
  };
}

function inTicks(name: keyof Figure, percent: string | undefined): Figure {
  return percent ? { [name]: Math.round(Number(percent) / TICK) } : {};
}

type Statement = { readonly statement: string; readonly place: number };

function nearest(statements: readonly Statement[], today: number): Snapshot['fomc'] {
  return statements
    .map(({ statement, place }) => ({ statement, sessionsAway: place - today }))
    .reduce<Snapshot['fomc']>(
      (best, next) => (best && Math.abs(best.sessionsAway) <= Math.abs(next.sessionsAway) ? best : next),
      undefined,
    );
}

/** Place of the first day from one on, by halving. */
function placeFrom(days: readonly { readonly session: Session }[], from: string): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle]?.session ?? '') < from) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
