import { setImmediate } from 'node:timers/promises';
import { backtestGrid } from '#config/backtest-grid.ts';
import { exchangeFacts } from '#config/exchange-facts.ts';
import { fomcStatements } from '#config/fomc-statements.ts';
import { thresholds } from '#config/thresholds.ts';
import { createBookFiles } from '#adapters/book-files/book-files.ts';
import { createBacktestReport } from '#adapters/backtest-report/backtest-report.ts';
import { createHistoryArchive } from '#adapters/history/history-archive.ts';
import type { StewardClocks, StewardRules, StewardRun, StewardSurroundings } from '#assemble-steward.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { StudyRenderer } from '#ports/chart-renderer.ts';
import type { Connection } from './connect.ts';

type ProcessParts = StewardRules &
  StewardSurroundings &
  Pick<StewardClocks, 'wallClock'> &
  Pick<StewardRun, 'lookingBack'>;

/** Where chance begins in every backtest, so that it can be drawn again. */
export const SEED = 20_100_104;

type SharedSurroundings = Pick<StewardSurroundings, 'log'> &
  Pick<StewardClocks, 'wallClock'> & {
    readonly connection: Connection;
    readonly charts: StewardSurroundings['charts'] & StudyRenderer;
    /** The operator's recorded history; absent without one. */
    readonly historyFolder?: string;
  };

/** What every steward of this process shares, live or replayed. */
export function processParts({
  connection: { channel, access, attachments },
  historyFolder,
  ...shared
}: SharedSurroundings): ProcessParts {
  return {
    ...shared,
    lookingBack: {
      ...(historyFolder !== undefined && { archive: createHistoryArchive([historyFolder]) }),
      report: createBacktestReport(shared.charts),
      grid: backtestGrid,
      seed: SEED,
      breathe: () => setImmediate(),
    },
    channel,
    access,
    attachments,
    bookFiles: createBookFiles(),
    calendar: exchangeCalendar(exchangeFacts),
    fomc: fomcStatements,
    thresholds,
  };
}
