import { exchangeFacts } from '#config/exchange-calendar.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { BookServices } from '#services/book/book-services.ts';
import type { BookParts } from '#services/book/book-parts.ts';
import { createBookServices } from '#services/book/create-book-services.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { LotTerms } from '#engine/book/lot-terms.ts';
import type { Ledger } from '#ports/ledger/ledger.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { NOON } from './lots.ts';
import { openLedger } from '#test/support/ledger/open-ledger.ts';

export const CALENDAR = exchangeCalendar(exchangeFacts);

/** Noon of Tuesday 2026-12-01 in New York, and the method's layers. */
export const TERMS: LotTerms = { now: NOON, today: '2026-12-01', calendar: CALENDAR, layers: [30, 110, 220] };

/** The services of the book over an empty ledger, at a clock that a test turns. */
export type BookDesk = {
  readonly services: BookServices;
  readonly ledger: Ledger;
  readonly parts: BookParts;
  readonly turnTo: (now: number) => void;
  readonly set: (settings: Partial<Settings>) => void;
};

export async function openBookDesk(others: Partial<BookParts> = {}): Promise<BookDesk> {
  const ledger = await openLedger();
  const state = { now: NOON, settings: someSettings() };
  const parts: BookParts = {
    calendar: CALENDAR,
    ledger,
    marketClock: { now: () => state.now },
    settings: {
      read: async () => ({ version: 0, settings: state.settings, changes: [] }),
      change: () => Promise.reject(new Error('nothing is set here')),
      servers: async () => [],
      remove: async () => undefined,
    },
    ...others,
  };
  return {
    services: createBookServices(parts),
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
