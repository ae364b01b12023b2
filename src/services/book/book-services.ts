import type { BookedLot, BookOwner, LotEvent } from '#domain/book/book-record.ts';
import type { ListedProduct } from '#domain/book/listed-product.ts';
import type { NewLot } from '#domain/book/lot-change.ts';
import type { Positions } from '#domain/book/lot.ts';
import type { CondorDraft, HedgeDraft, LotClosing, LotEdit, LotTarget } from '#domain/book/lot-draft.ts';
import type { ManualMark } from '#domain/book/mark.ts';
import type { MarkDraft } from '#domain/book/mark-draft.ts';
import type { Proposal } from '#domain/book/proposal.ts';
import type { Session } from '#domain/market/session.ts';

/** A book as it stands this moment, without what has settled. */
export type BookReport = {
  readonly owner: BookOwner;
  readonly revision: number;
  /** Epoch milliseconds (UTC), market clock. */
  readonly asOf: number;
  /** The day in New York. */
  readonly today: Session;
  readonly positions: Positions;
  /** The same positions with the revision of each, in the order in which they were added. */
  readonly lots: readonly BookedLot[];
  /** Proposals that wait for a second steward. */
  readonly waiting: number;
  readonly watermark?: string;
};

/** What became of a change: it was made, or it waits for a second steward. */
export type BookAnswer =
  | {
      readonly kind: 'applied';
      readonly events: readonly LotEvent[];
      readonly revision: number;
      readonly today: Session;
      readonly watermark?: string;
    }
  | {
      readonly kind: 'proposed';
      readonly proposal: Proposal;
      readonly today: Session;
      readonly watermark?: string;
    };

export type BookHistory = {
  readonly owner: BookOwner;
  /** Newest first. */
  readonly events: readonly LotEvent[];
  readonly today: Session;
  readonly watermark?: string;
};

export type MarkReport = {
  /** Latest first; those on what has settled are left out. */
  readonly marks: readonly ManualMark[];
  /** Epoch milliseconds (UTC), market clock: what their age is counted to. */
  readonly asOf: number;
  readonly watermark?: string;
};

/**
 * The book of a server or of one member, its proposals and its manual marks. `by` is a Discord user id.
 *
 * Whether somebody may do it is the caller's to know: stewards change a server's book, members their own.
 */
export type BookServices = {
  readBook(owner: BookOwner): Promise<BookReport>;
  /** Lots that were closed or have expired, oldest first; removed ones, which never were, are left out. */
  endedLots(owner: BookOwner): Promise<readonly BookedLot[]>;
  bookHistory(owner: BookOwner): Promise<BookHistory>;
  /** @throws InvalidLots */
  addCondor(owner: BookOwner, by: string, draft: CondorDraft): Promise<BookAnswer>;
  /** @throws InvalidLots */
  addHedge(owner: BookOwner, by: string, draft: HedgeDraft): Promise<BookAnswer>;
  /** @throws InvalidLots, UnknownLot, LotChangedMeanwhile, NothingToChange */
  editLot(owner: BookOwner, by: string, edit: LotTarget & LotEdit): Promise<BookAnswer>;
  /**
   * Takes out what was entered by mistake.
   *
   * @throws UnknownLot, LotChangedMeanwhile
   */
  removeLot(owner: BookOwner, by: string, target: LotTarget): Promise<BookAnswer>;
  /**
   * Takes out what was traded away, or some contracts of it.
   *
   * @throws InvalidLots, UnknownLot, LotChangedMeanwhile
   */
  closeLot(owner: BookOwner, by: string, closing: LotTarget & LotClosing): Promise<BookAnswer>;
  /**
   * Adds many lots: all of them or none.
   *
   * @throws InvalidLots with every fault of every lot, by its place in the list
   */
  applyLots(owner: BookOwner, by: string, lots: readonly NewLot[]): Promise<BookAnswer>;
  /** Those that wait, oldest first, then what became of the latest others, newest first. */
  proposals(server: string): Promise<{
    readonly pending: readonly Proposal[];
    readonly settled: readonly Proposal[];
    readonly today: Session;
    readonly watermark?: string;
  }>;
  /** @throws UnknownProposal, OwnProposal, ProposalOver */
  approveProposal(server: string, by: string, id: string): Promise<BookAnswer>;
  /**
   * Declines somebody's proposal, or takes one's own back.
   *
   * @throws UnknownProposal, ProposalOver
   */
  declineProposal(server: string, by: string, id: string): Promise<Proposal>;
  /**
   * Says what something is worth where no source does.
   *
   * @param value - one of the two: points, dollars or, of the rate, percent a year; or a volatility in percent
   * @throws InvalidMark, InvalidLots
   */
  setMark(
    server: string,
    by: string,
    mark: MarkDraft & { readonly price?: number; readonly volatility?: number },
  ): Promise<MarkReport>;
  /** @throws UnknownMark, InvalidLots */
  removeMark(server: string, by: string, mark: MarkDraft): Promise<MarkReport>;
  marks(server: string): Promise<MarkReport>;
  /** Days on which something settles, soonest first: what somebody may mean who begins to type one. */
  findExpiries(
    server: string,
    products: readonly ListedProduct[],
    typed: string,
  ): Promise<readonly Session[]>;
};
