import { IncompleteTrial } from '#domain/hedge/hedge-problem.ts';
import type { Lot, Positions } from '#domain/book/lot.ts';
import { UnknownLot } from '#domain/book/book-problem.ts';
import type { NewLot } from '#domain/book/lot-change.ts';
import type { Hypothesis } from '#domain/hedge/what-if.ts';
import { draftCondor } from '#engine/book/draft-condor.ts';
import { draftHedge } from '#engine/book/draft-hedge.ts';
import type { LotTerms } from '#engine/book/lot-terms.ts';
import { editLot } from '#engine/book/edit-lot.ts';
import { whatIf } from '#engine/account/what-if.ts';
import { meantBy } from '#services/book/change-book.ts';
import type { Trial } from './exposure-reports.ts';
import type { ExposureServices } from './exposure-services.ts';
import type { ExposureParts } from './exposure-parts.ts';
import { caseOf, frameOf, type Look, lookAt } from './look.ts';

/** What a lot that is only tried out is called. */
const TRIED = 'NEW';

/** Tries something out on a book; nothing is stored. */
export function createWhatIf(parts: ExposureParts): ExposureServices['whatIf'] {
  return async (owner, trial, signal) => {
    const look = await lookAt(parts, owner, signal);
    const terms = termsOf(parts, look);
    const hypotheses = trial.change ? [hypothesisOf(trial.change, look.holdings.positions, terms)] : [];
    const { volPoints, spotPercent, days } = trial.shift;
    const isShifted = volPoints !== 0 || spotPercent !== 0 || days !== 0;
    if (hypotheses.length === 0 && !isShifted) {
      throw new IncompleteTrial('anything');
    }
    const found = whatIf(caseOf(look), hypotheses, isShifted ? trial.shift : undefined);
    return { ...frameOf(parts, look), trial, ...found };
  };
}

function termsOf({ calendar }: ExposureParts, { holdings, settings }: Look): LotTerms {
  return { now: holdings.asOf, today: holdings.today, calendar, layers: settings['layers.days'] };
}

type Change = NonNullable<Trial['change']>;

function hypothesisOf(change: Change, positions: Positions, terms: LotTerms): Hypothesis {
  switch (change.kind) {
    case 'add-condor':
      return { kind: 'add', lot: named(meantBy(draftCondor(change.draft, terms))) };
    case 'add-hedge':
      return { kind: 'add', lot: named(meantBy(draftHedge(change.draft, terms))) };
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
  const rolled = meantBy(editLot(lot, wanted, terms));
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
