import type { CalendarReading } from '#domain/releases/calendar-reading.ts';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { CapturedForecasts } from '#domain/releases/captured-forecasts.ts';
import type { Poll } from '#domain/releases/poll.ts';
import type { ObservationLedger } from '#ports/ledger/release-ledger.ts';
import {
  calendarReadingSchema,
  capturedForecastsSchema,
  pollSchema,
} from '#adapters/store/schemas/release-schemas.ts';
import { slices, type StoreDatabase, type StoreTransaction } from './store-database.ts';
import { storedJson } from './stored-json.ts';

const readReading = storedJson<CalendarReading>('calendar_reading', calendarReadingSchema);
const readPoll = storedJson<Poll>('poll', pollSchema);
const readForecasts = storedJson<CapturedForecasts>('forecast', capturedForecastsSchema);

/** What sources said when they were asked, row after row. */
export function createObservationLedger(database: StoreDatabase): ObservationLedger {
  return {
    async keepReading(reading) {
      await database.db
        .insertInto('calendar_reading')
        .values({ reading: canonicalJson(reading) })
        .execute();
    },

    async latestReading() {
      const row = await database.db
        .selectFrom('calendar_reading')
        .selectAll()
        .orderBy('place', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && readReading(row.reading, row.place);
    },

    keepPolls: (polls) => insertPolls(database, polls),

    async polls(releaseId) {
      const rows = await database.db
        .selectFrom('poll')
        .select(['place', 'poll'])
        .where('release', '=', releaseId)
        .orderBy('place')
        .execute();
      return rows.map(({ place, poll }) => readPoll(poll, place));
    },

    latestShown: (source, kind) => latestShown(database, source, kind),

    keepForecasts: (releaseId, forecasts) => insertForecasts(database, releaseId, forecasts),

    async forecasts(releaseId) {
      const rows = await database.db
        .selectFrom('forecast')
        .select(['place', 'forecast'])
        .where('release', '=', releaseId)
        .orderBy('place')
        .execute();
      return rows.map(({ place, forecast }) => readForecasts(forecast, place));
    },
  };
}

async function insertPolls(database: StoreDatabase, polls: readonly Poll[]): Promise<void> {
  const rows = polls.map((poll) => ({
    release: poll.releaseId,
    source: poll.source,
    kind: poll.kind,
    shown: Number(poll.values !== undefined),
    poll: canonicalJson(poll),
  }));
  await database.transaction(async (trx) => {
    for (const slice of slices(rows)) {
      await trx.insertInto('poll').values(slice).execute();
    }
  });
}

async function latestShown(
  { db }: StoreDatabase,
  source: string,
  kind: Poll['kind'],
): Promise<Poll | undefined> {
  const row = await db
    .selectFrom('poll')
    .select(['place', 'poll'])
    .where('source', '=', source)
    .where('kind', '=', kind)
    .where('shown', '=', 1)
    .orderBy('place', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && readPoll(row.poll, row.place);
}

async function insertForecasts(
  database: StoreDatabase,
  releaseId: string,
  forecasts: CapturedForecasts,
): Promise<void> {
  await database.transaction(async (trx) => {
    await database.lock(trx, `forecasts ${releaseId}`);
    if (!(await isRepeated(trx, releaseId, forecasts))) {
      const { source, server = null } = forecasts;
      await trx
        .insertInto('forecast')
        .values({ release: releaseId, source, server, forecast: canonicalJson(forecasts) })
        .execute();
    }
  });
}

/** Whether a source says again what it said last. */
async function isRepeated(
  trx: StoreTransaction,
  releaseId: string,
  forecasts: CapturedForecasts,
): Promise<boolean> {
  const row = await trx
    .selectFrom('forecast')
    .select(['place', 'forecast'])
    .where('release', '=', releaseId)
    .where('source', '=', forecasts.source)
    .orderBy('place', 'desc')
    .limit(1)
    .executeTakeFirst();
  const contentOf = (captured: CapturedForecasts): string => canonicalJson({ ...captured, capturedAt: 0 });
  return row !== undefined && contentOf(readForecasts(row.forecast, row.place)) === contentOf(forecasts);
}
