import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { UnknownLot } from '#domain/book/book-problem.ts';
import type { BookOwner } from '#domain/book/book-record.ts';
import type { CondorDraft, HedgeDraft, NewLot } from '#domain/book/lot-draft.ts';
import type { Lot, Positions } from '#domain/book/lot.ts';
import type { BookExposure } from '#domain/hedge/book-exposure.ts';
import { IncompleteTrial } from '#domain/hedge/hedge-problem.ts';
import type { Shift } from '#domain/hedge/valuation.ts';
import type { Hypothesis } from '#domain/hedge/hedge-report.ts';
import { whatIf as compareAccounts } from '#engine/account/what-if.ts';
import { acceptDraft } from '#engine/book/accept-draft.ts';
import { draftCondor } from '#engine/book/draft-condor.ts';
import { draftHedge } from '#engine/book/draft-hedge.ts';
import { editLot } from '#engine/book/edit-lot.ts';
import type { LotTerms } from '#engine/book/lot-terms.ts';
import { type Frame, type Look, type LookDeps, caseOf, frameOf, lookAtBook } from './look-at-book.ts';

/** What is tried out on a book. Days and strikes as people type them. */
export type Trial = {
  readonly change?:
    | { readonly kind: 'add-condor'; readonly draft: CondorDraft }
    | { readonly kind: 'add-hedge'; readonly draft: HedgeDraft }
    | { readonly kind: 'remove'; readonly id: string; readonly quantity?: number }
    | {
        readonly kind: 'roll';
        readonly id: string;
        readonly quantity?: number;
        readonly expiry: string;
        readonly strikes?: string;
        readonly strike?: number;
      };
  /** Absent parts are 0. */
  readonly shift: Shift;
};

export type WhatIfReport = Frame & {
  readonly trial: Trial;
  readonly before: BookExposure;
  readonly after: BookExposure;
};

type TrialDeps = LookDeps & { readonly calendar: ExchangeCalendar };

/** What a lot that is only tried out is called. */
const TRIED = 'NEW';

/** Tries something out on a book; nothing is stored. @throws UnknownLot, InvalidLots, IncompleteTrial */
export async function whatIf(
  deps: TrialDeps,
  owner: BookOwner,
  trial: Trial,
  signal: AbortSignal,
): Promise<WhatIfReport> {
  const look = await lookAtBook(deps, owner, signal);
  const terms = termsOf(deps, look);
  const hypotheses = trial.change ? [hypothesisOf(trial.change, look.holdings.positions, terms)] : [];
  const { volPoints, spotPercent, days } = trial.shift;
  const isShifted = volPoints !== 0 || spotPercent !== 0 || days !== 0;
  if (hypotheses.length === 0 && !isShifted) {
    throw new IncompleteTrial('anything');
  }
  const accounts = compareAccounts(caseOf(look), hypotheses, isShifted ? trial.shift : undefined);
  return { ...frameOf(deps, look), trial, ...accounts };
}

function termsOf({ calendar }: Pick<TrialDeps, 'calendar'>, { holdings, settings }: Look): LotTerms {
  return { now: holdings.asOf, today: holdings.today, calendar, layers: settings['layers.days'] };
}

type Change = NonNullable<Trial['change']>;

function hypothesisOf(change: Change, positions: Positions, terms: LotTerms): Hypothesis {
  switch (change.kind) {
    case 'add-condor':
      return { kind: 'add', lot: named(acceptDraft(draftCondor(change.draft, terms))) };
    case 'add-hedge':
      return { kind: 'add', lot: named(acceptDraft(draftHedge(change.draft, terms))) };
    case 'remove':
      return change;
    case 'roll':
      return rollOf(change, positions, terms);
  }
}

/** What it is rolled to must be something that could be held. */
function rollOf(
  { id, quantity, ...edit }: Extract<Change, { kind: 'roll' }>,
  { condors, hedges }: Positions,
  terms: LotTerms,
): Hypothesis {
  const lot = [...condors, ...hedges].find((held) => held.id === id);
  if (!lot) {
    throw new UnknownLot(id);
  }
  const { kind: _, ...wanted } = edit;
  const rolled = acceptDraft(editLot(lot, wanted, terms));
  return {
    kind: 'roll',
    id,
    expiry: 'expiry' in rolled ? rolled.expiry : edit.expiry,
    ...(quantity !== undefined && { quantity }),
    ...(rolled.kind === 'condor' && { strikes: rolled.strikes }),
    ...('strike' in rolled && { strike: rolled.strike }),
  };
}

function named(lot: NewLot): Lot {
  return { ...lot, id: TRIED };
}
