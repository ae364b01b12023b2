import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { CalendarReading } from '#domain/releases/calendar-reading.ts';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { CapturedForecasts } from '#domain/releases/forecast.ts';
import type { Poll } from '#domain/releases/poll.ts';
import type { ObservationLedger } from '#ports/ledger/release-ledger.ts';
import { storedJson } from './stored-json.ts';
import { inTransaction } from './transaction.ts';

const ReadingRow = z.object({ reading: storedJson<CalendarReading>() }).transform(({ reading }) => reading);
const PollRow = z.object({ poll: storedJson<Poll>() }).transform(({ poll }) => poll);
const ForecastRow = z
  .object({ forecast: storedJson<CapturedForecasts>() })
  .transform(({ forecast }) => forecast);

const INSERT_POLL = 'INSERT INTO poll (release, source, kind, shown, poll) VALUES (?, ?, ?, ?, ?)';

const LATEST_SHOWN = `
  SELECT poll FROM poll WHERE source = ? AND kind = ? AND shown = 1 ORDER BY place DESC LIMIT 1`;

const LATEST_FORECAST = `
  SELECT forecast FROM forecast WHERE release = ? AND source = ? ORDER BY place DESC LIMIT 1`;

/** What sources said when they were asked, row after row. */
export function createObservationLedger(database: DatabaseSync): ObservationLedger {
  return {
    async keepReading(reading) {
      inTransaction(database, () =>
        database.prepare('INSERT INTO calendar_reading (reading) VALUES (?)').run(canonicalJson(reading)),
      );
    },

    async latestReading() {
      const row = database.prepare('SELECT reading FROM calendar_reading ORDER BY place DESC LIMIT 1').get();
      return row && ReadingRow.parse(row);
    },

    async keepPolls(polls) {
      inTransaction(database, () => {
        const insert = database.prepare(INSERT_POLL);
        for (const poll of polls) {
          const isShown = Number(poll.values !== undefined);
          insert.run(poll.releaseId, poll.source, poll.kind, isShown, canonicalJson(poll));
        }
      });
    },

    async polls(releaseId) {
      const rows = database.prepare('SELECT poll FROM poll WHERE release = ? ORDER BY place').all(releaseId);
      return z.array(PollRow).parse(rows);
    },

    async latestShown(source, kind) {
      const row = database.prepare(LATEST_SHOWN).get(source, kind);
      return row && PollRow.parse(row);
    },

    async keepForecasts(releaseId, forecasts) {
      inTransaction(database, () => {
        if (!isRepeated(database, releaseId, forecasts)) {
          database
            .prepare('INSERT INTO forecast (release, source, forecast) VALUES (?, ?, ?)')
            .run(releaseId, forecasts.source, canonicalJson(forecasts));
        }
      });
    },

    async forecasts(releaseId) {
      const rows = database
        .prepare('SELECT forecast FROM forecast WHERE release = ? ORDER BY place')
        .all(releaseId);
      return z.array(ForecastRow).parse(rows);
    },
  };
}

/** Whether a source says again what it said last. */
function isRepeated(database: DatabaseSync, releaseId: string, forecasts: CapturedForecasts): boolean {
  const row = database.prepare(LATEST_FORECAST).get(releaseId, forecasts.source);
  const wordsOf = (captured: CapturedForecasts): string => canonicalJson({ ...captured, capturedAt: 0 });
  return row !== undefined && wordsOf(ForecastRow.parse(row)) === wordsOf(forecasts);
}
