import type { Decision } from '#domain/signal/decision.ts';
import { bind, type Needs } from '#services/bind.ts';
import { buildCard, type CardInputs, readMarked } from './build-card.ts';
import { itemHistory } from './item-history.ts';
import { note, tick } from './mark-checklist.ts';
import { pastChecklists } from './past-checklists.ts';
import { showCard, showChecklist } from './show-checklist.ts';

type Deps = Needs<
  typeof showCard | typeof showChecklist | typeof tick | typeof pastChecklists | typeof itemHistory
>;

export type ChecklistServices = ReturnType<typeof bindChecklist>;
export type CardServices = ReturnType<typeof bindCards>;

/** What may be asked of the checklists. */
export function bindChecklist(deps: Deps) {
  return {
    showChecklist: bind(showChecklist, deps),
    showCard: bind(showCard, deps),
    tick: bind(tick, deps),
    note: bind(note, deps),
    pastChecklists: bind(pastChecklists, deps),
    itemHistory: bind(itemHistory, deps),
  };
}

/** The card of a decision, for who posts it. */
export function bindCards({ ledger }: Pick<Deps, 'ledger'>) {
  return {
    cardOf: async (server: string, decision: Decision, inputs: CardInputs) =>
      buildCard(decision, inputs, await readMarked(ledger, server, decision)),
  };
}
