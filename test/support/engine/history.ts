import { exchangeFacts } from '#config/exchange-calendar.ts';
import { createHistoryArchive } from '#adapters/history/history-archive.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { historyTimeline, type Timeline } from '#engine/backtest/history-timeline.ts';
import { hasSharedData, SHARED_DIR } from '#test/support/http/shared-dir.ts';

/** The folder of the project's recorded history. */
export const HISTORY_FOLDER = `${SHARED_DIR}/data`;

/** Opens the recorded history; without it, says in one line what is left out and answers nothing. */
export async function openHistory(purpose: string): Promise<Timeline | undefined> {
  if (!hasSharedData(purpose)) {
    return undefined;
  }
  const history = await createHistoryArchive([HISTORY_FOLDER]).read();
  return historyTimeline(history, exchangeCalendar(exchangeFacts));
}
