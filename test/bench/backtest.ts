import { exchangeFacts } from '#config/exchange-facts.ts';
import { thresholds } from '#config/thresholds.ts';
import { createHistoryArchive } from '#adapters/history/history-archive.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { historyTimeline } from '#engine/backtest/history-timeline.ts';
import { playHistory, runThrough } from '#engine/backtest/play-history.ts';
import { hasSharedData, SHARED_DIR } from '#test/support/http/shared-dir.ts';
import { processorTime } from './duration.ts';
import type { Measurement, Row } from './measurement.ts';

const RELEASES = 424;
const MOST_SECONDS = 20;

/** Every release of the recorded history through the engine. */
export const backtest: Measurement = {
  name: 'backtest',
  async measure(say) {
    if (!hasSharedData('the backtest of the recorded history')) {
      return [];
    }
    const history = await createHistoryArchive([`${SHARED_DIR}/data`]).read();
    say(`${RELEASES} releases with defaults`);
    const timeline = historyTimeline(history, exchangeCalendar(exchangeFacts));
    const period = { from: '2007-01-01', until: timeline.sessions.at(-1) ?? '' };
    const player = { settings: thresholds.defaults, take: () => undefined };
    const played = processorTime(() => runThrough(playHistory(timeline, [player], period)));
    const row: Row = {
      what: `backtest of ${timeline.releases.length} releases with defaults (CPU)`,
      ours: played / 1_000,
      unit: 's',
      bar: { kind: 'limit', most: MOST_SECONDS },
    };
    return [row];
  },
};
