import type { Session } from '#domain/market/session.ts';

/** Where the Board shows what was said at a meeting. */
export type StatementPages = {
  readonly statement: string;
  /** The page of the press conference; before 2019, the list of the year's meetings, which has those that were held. */
  readonly pressConference: string;
};

const BOARD = 'https://www.federalreserve.gov';

/** Since January 2019 a press conference follows every meeting; before, every other one at most. */
const ALWAYS_SINCE = '2019-01-01';

/** Spelt otherwise than all others. */
const MISSPELT: Readonly<Record<Session, string>> = {
  '2026-01-28': `${BOARD}/monetarypolicy/fomcpressconf20260128.htm`,
};

/**
 * The pages of an FOMC statement and of the press conference after it.
 *
 * @param day - of the statement
 * @see https://www.federalreserve.gov/monetarypolicy/fomccalendars.htm, whose links are built in this way
 */
export function statementPages(day: Session): StatementPages {
  const digits = day.replaceAll('-', '');
  return {
    statement: `${BOARD}/newsevents/pressreleases/monetary${digits}a.htm`,
    pressConference:
      day < ALWAYS_SINCE
        ? `${BOARD}/monetarypolicy/fomchistorical${day.slice(0, 'YYYY'.length)}.htm`
        : (MISSPELT[day] ?? `${BOARD}/monetarypolicy/fomcpresconf${digits}.htm`),
  };
}
