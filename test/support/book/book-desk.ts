import { exchangeFacts } from '#config/exchange-facts.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { bindBook } from '#services/book/index.ts';
import type { BookDeps } from '#services/book/book-deps.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { LotTerms } from '#engine/book/lot-terms.ts';
import type { BookFiles } from '#ports/book-files.ts';
import type { Ledger } from '#ports/ledger/ledger.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { NOON } from './lots.ts';
import { openLedger } from '#test/support/ledger/open-ledger.ts';
import type { BookServices } from '#services/book/index.ts';

export const CALENDAR = exchangeCalendar(exchangeFacts);

/** Noon of Tuesday 2026-12-01 in New York, and the method's layers. */
export const TERMS: LotTerms = { now: NOON, today: '2026-12-01', calendar: CALENDAR, layers: [30, 110, 220] };

const nobody = (): Promise<never> => Promise.reject(new Error('nobody gives a file here'));

const NO_FILES: BookFiles = {
  largest: 0,
  read: () => ({ kind: 'faulty', source: 'steward-csv', faults: [] }),
  write: () => new Uint8Array(),
};

/** The services of the book over an empty ledger, at a clock that a test turns. */
export type BookDesk = {
  readonly services: BookServices;
  readonly ledger: Ledger;
  readonly parts: BookDeps;
  readonly turnTo: (now: number) => void;
  readonly set: (settings: Partial<Settings>) => void;
};

export async function openBookDesk(others: Partial<BookDeps> = {}): Promise<BookDesk> {
  const ledger = await openLedger();
  const state = { now: NOON, settings: someSettings() };
  const parts: BookDeps = {
    calendar: CALENDAR,
    ledger,
    marketClock: { now: () => state.now },
    settings: {
      read: async () => ({ version: 0, settings: state.settings, changes: [] }),
    },
    ...others,
  };
  return {
    services: bindBook({ ...parts, ledger, attachments: { fetch: nobody }, bookFiles: NO_FILES }),
    ledger,
    parts,
    turnTo: (now) => {
      state.now = now;
    },
    set: (settings) => {
      state.settings = someSettings(settings);
    },
  };
}
