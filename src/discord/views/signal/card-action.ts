import type { AlertContent } from '#domain/delivery/alert.ts';
import { type HedgeAction, hedgeAction } from '#domain/signal/hedge-action.ts';

type CardContent = Extract<AlertContent, { form: 'card' }>;

/** What a card asks for: while something of an earlier step is owed, it never says that nothing is to be done. */
export function cardAction({ decision, owed }: Pick<CardContent, 'decision' | 'owed'>): HedgeAction | 'owed' {
  const action = hedgeAction(decision);
  return action === 'nothing' && owed ? 'owed' : action;
}
