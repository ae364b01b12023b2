import type { FillAnswer, FillRequest } from '#domain/hedge/order-answer.ts';
import type { OrderWrite } from '#domain/hedge/order-record.ts';
import type { Session } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { LotTerms } from '#engine/book/lot-terms.ts';

/** A fill as it is decided on: what was told, and what it is held against. */
export type FillContext = {
  readonly request: FillRequest;
  readonly settings: Settings;
  readonly terms: LotTerms;
  readonly tradedOn: Session;
};

/** What comes of a fill, and what is written for it; nothing where `write` is absent. */
export type DecidedFill = { readonly write?: OrderWrite; readonly result: FillAnswer };
