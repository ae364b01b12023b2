import { fileURLToPath } from 'node:url';
import { exchangeFacts } from '#config/exchange-facts.ts';
import { createHistoryArchive } from '#adapters/history/history-archive.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { historyTimeline, type Timeline } from '#engine/backtest/history-timeline.ts';
import { hasSharedData, SHARED_DIR } from '#test/support/http/shared-dir.ts';

/** The folder of the three years that are kept beside the tests. */
export const RECORDED_YEARS_FOLDER = fileURLToPath(new URL('../../fixtures/history', import.meta.url));

/** Sessions for which every judgement of the recorded years has all the closes that it looks back on. */
export const RECORDED_YEARS = { from: '2018-09-05', until: '2020-05-29' };

/** Opens the three years that are kept beside the tests. */
export function openRecordedYears(): Promise<Timeline> {
  return openFolder(RECORDED_YEARS_FOLDER);
}

/** Opens the project's whole recorded history; without it, says in one line what is left out and answers nothing. */
export async function openHistory(purpose: string): Promise<Timeline | undefined> {
  return hasSharedData(purpose) ? openFolder(`${SHARED_DIR}/data`) : undefined;
}

async function openFolder(folder: string): Promise<Timeline> {
  return historyTimeline(await createHistoryArchive([folder]).read(), exchangeCalendar(exchangeFacts));
}
