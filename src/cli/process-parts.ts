import { exchangeFacts } from '../../config/exchange-calendar.ts';
import { fomcStatements } from '../../config/fomc.ts';
import { thresholds } from '../../config/thresholds.ts';
import { createBookFiles } from '../adapters/book-files/book-files.ts';
import type { StewardParts } from '../app.ts';
import { exchangeCalendar } from '../calendar/exchange-calendar.ts';
import type { Connection } from './connect.ts';

type ProcessParts = Pick<
  StewardParts,
  | 'attachments'
  | 'bookFiles'
  | 'calendar'
  | 'fomc'
  | 'thresholds'
  | 'channel'
  | 'access'
  | 'charts'
  | 'log'
  | 'wallClock'
>;

/** What every steward of this process shares, live or replayed. */
export function processParts({
  connection: { channel, access, attachments },
  ...given
}: { readonly connection: Connection } & Pick<StewardParts, 'charts' | 'log' | 'wallClock'>): ProcessParts {
  return {
    ...given,
    channel,
    access,
    attachments,
    bookFiles: createBookFiles(),
    calendar: exchangeCalendar(exchangeFacts),
    fomc: fomcStatements,
    thresholds,
  };
}
