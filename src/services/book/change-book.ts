import { InvalidLots, LotChangedMeanwhile, UnknownLot } from '#domain/book/book-problem.ts';
import type { BookOwner, BookWrite, BookRecord, LotEvent } from '#domain/book/book-record.ts';
import type { LotChange } from '#domain/book/lot-change.ts';
import type { LotFault } from '#domain/book/lot-fault.ts';
import type { Proposal } from '#domain/book/proposal.ts';
import { HOUR } from '#domain/duration.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { type ActOutcome, applyChanges, type BookAct } from '#engine/book/apply-changes.ts';
import type { Drafted } from '#engine/book/drafted.ts';
import type { BookAnswer } from './book-services.ts';
import { type BookParts, frame } from './book-parts.ts';
import { measureChange } from './measure-change.ts';

/** Milliseconds for which a proposal waits. */
const PATIENCE = 72 * HOUR;

/** Who changes whose book, and what. */
export type BookRequest = {
  readonly owner: BookOwner;
  readonly by: string;
  readonly changes: readonly LotChange[];
};

/**
 * Makes changes of a book, all of them or none; where its server wants a second steward, proposes them.
 *
 * @throws UnknownLot, LotChangedMeanwhile
 */
export async function changeBook(parts: BookParts, { owner, ...request }: BookRequest): Promise<BookAnswer> {
  const act: BookAct = { ...request, at: parts.marketClock.now() };
  const { settings } = await parts.settings.read(owner.server);
  const done = needsApproval(owner, settings)
    ? await propose(parts, owner, act)
    : await attempt(parts, owner, act, make);
  if (done.kind === 'stale' || done.kind === 'gone') {
    throw await problemOf(parts, owner, done);
  }
  return { ...done, ...frame(parts) };
}

/** A server's book may want a second steward; what is a member's own is theirs alone. */
function needsApproval({ member }: BookOwner, settings: Settings): boolean {
  return member === undefined && settings['book.approvals'] > 0;
}

type Applied = Extract<ActOutcome, { kind: 'applied' }>;
type Refused = Exclude<ActOutcome, Applied>;
type Done =
  | { readonly kind: 'applied'; readonly events: readonly LotEvent[]; readonly revision: number }
  | { readonly kind: 'proposed'; readonly proposal: Proposal };
type Written = { readonly write: BookWrite; readonly result: Done };

const NOTHING: BookWrite = { lots: [], events: [], proposals: [] };

/** Tries the changes on the book as it is this moment, and writes what comes of it unless somebody was faster. */
function attempt(
  { ledger }: BookParts,
  owner: BookOwner,
  act: BookAct,
  write: (book: BookRecord, applied: Applied) => Written,
): Promise<Done | Refused> {
  return ledger.changeBook<Done | Refused>(owner, (book) => {
    const done = applyChanges(book, act);
    return done.kind === 'applied' ? write(book, done) : { write: NOTHING, result: done };
  });
}

function make({ revision }: BookRecord, { lots, events }: Applied): Written {
  return {
    write: { lots, events, proposals: [] },
    result: { kind: 'applied', events, revision: revision + 1 },
  };
}

async function propose(parts: BookParts, owner: BookOwner, act: BookAct): Promise<Done | Refused> {
  const { changes, by, at } = act;
  const sizes = await measureChange(parts, owner.server, act);
  return attempt(parts, owner, act, ({ proposalsMade }) => {
    const proposal: Proposal = {
      id: `P${proposalsMade + 1}`,
      by,
      at,
      expiresAt: at + PATIENCE,
      changes,
      ...sizes,
      standing: { state: 'pending' },
    };
    return { write: { ...NOTHING, proposals: [proposal] }, result: { kind: 'proposed', proposal } };
  });
}

async function problemOf({ ledger }: BookParts, owner: BookOwner, refused: Refused): Promise<Error> {
  const { id } = refused;
  if (refused.kind === 'gone') {
    return new UnknownLot(id, refused.ended);
  }
  const events = await ledger.lotEvents(owner, id);
  return new LotChangedMeanwhile(
    id,
    events.filter(({ revision }) => revision > refused.basis),
  );
}

/**
 * What was meant by something typed.
 *
 * @throws InvalidLots with everything that is wrong with it
 */
export function meantBy<Meant>(drafted: Drafted<Meant>): Meant {
  if ('faults' in drafted) {
    throw refusal(drafted.faults);
  }
  return drafted.meant;
}

/** The problem of one thing that somebody typed. */
export function refusal(faults: readonly LotFault[]): InvalidLots {
  return new InvalidLots(faults.map((fault) => ({ place: 0, fault })));
}
