import { LotChangedMeanwhile, UnknownLot } from '#domain/book/book-problem.ts';
import type { BookOwner, BookRecord, BookWrite, LotEvent } from '#domain/book/book-record.ts';
import type { LotChange } from '#domain/book/lot-draft.ts';
import type { Proposal } from '#domain/book/proposal.ts';
import { HOUR } from '#domain/duration.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { type ActOutcome, applyChanges, type BookAct } from '#engine/book/apply-changes.ts';
import { bookSize, positionsOf } from '#engine/book/book-size.ts';
import { realisedProfits } from '#engine/book/realised-profits.ts';
import type { RealisedProfit } from '#domain/book/realised-profit.ts';
import type { Lot } from '#domain/book/lot.ts';
import type { Session } from '#domain/market/session.ts';
import { type BookDeps, frame } from './book-deps.ts';

/** Milliseconds for which a proposal waits. */
const PROPOSAL_LIFETIME = 72 * HOUR;

/** What became of a change: it was made, or it waits for a second steward. */
export type BookAnswer =
  | {
      readonly kind: 'applied';
      readonly events: readonly LotEvent[];
      /** Of what was closed; absent where nothing was. */
      readonly profits?: readonly RealisedProfit[];
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
export async function changeBook(deps: BookDeps, { owner, ...request }: BookRequest): Promise<BookAnswer> {
  const act: BookAct = { ...request, at: deps.marketClock.now() };
  const { settings } = await deps.settings.read(owner.server);
  const done = needsApproval(owner, settings)
    ? await propose(deps, owner, act)
    : await attempt(deps, owner, act, make);
  if (done.kind === 'stale' || done.kind === 'gone') {
    throw await problemOf(deps, owner, done);
  }
  const profits = done.kind === 'applied' ? realisedProfits(done.events) : [];
  return { ...done, ...(profits.length > 0 && { profits }), ...frame(deps) };
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
  { ledger }: BookDeps,
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

async function propose(deps: BookDeps, owner: BookOwner, act: BookAct): Promise<Done | Refused> {
  const { changes, by, at } = act;
  const sizes = await measureChange(deps, owner.server, act);
  return attempt(deps, owner, act, ({ proposalsMade }) => {
    const proposal: Proposal = {
      id: `P${proposalsMade + 1}`,
      by,
      at,
      expiresAt: at + PROPOSAL_LIFETIME,
      changes,
      ...sizes,
      standing: { state: 'pending' },
    };
    return { write: { ...NOTHING, proposals: [proposal] }, result: { kind: 'proposed', proposal } };
  });
}

async function problemOf({ ledger }: BookDeps, owner: BookOwner, refused: Refused): Promise<Error> {
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

/** What a server's book amounts to before and after a change, as whoever approves it will want to know. */
async function measureChange(
  deps: BookDeps,
  server: string,
  act: BookAct,
): Promise<Pick<Proposal, 'before' | 'after'>> {
  const { revision, open } = await deps.ledger.openLots({ server });
  const book: BookRecord = { revision, open, ended: [], pending: [], proposalsMade: 0 };
  const size = async (lots: readonly Lot[]): Promise<Proposal['before']> => {
    const positions = positionsOf(lots);
    return { ...bookSize(positions), ...(await deps.measureBook?.(server, positions, act.at)) };
  };
  return { before: await size(open.map(({ lot }) => lot)), after: await size(openAfter(book, act)) };
}

function openAfter(book: BookRecord, act: BookAct): readonly Lot[] {
  const done = applyChanges(book, act);
  const written = done.kind === 'applied' ? done.lots : [];
  const replaced = new Set(written.map(({ lot }) => lot.id));
  const others = book.open.filter(({ lot }) => !replaced.has(lot.id));
  return [...others, ...written.filter(({ end }) => !end)].map(({ lot }) => lot);
}
