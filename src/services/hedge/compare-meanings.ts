import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { BookExposure } from '#domain/hedge/book-exposure.ts';
import type { RatioStep } from '#domain/hedge/hedge-plan.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { OrderLedger } from '#ports/ledger/order-ledger.ts';
import { type LookDeps, accountOf, lookAtBook } from './look-at-book.ts';
import { filledBy, stepOf } from './plan-hedge.ts';
import { planBook, type PlannedOpening, planOpening } from './plan-opening.ts';
import { type ProgrammeDeps, readProgramme } from './read-programme.ts';

type Meaning = Settings['ratio.meaning'];

/** Both meanings of `ratio.meaning` side by side, for whoever is about to switch. */
export type MeaningChoice = {
  readonly present: Meaning;
  readonly step: RatioStep;
  readonly account: BookExposure;
  readonly planned: Readonly<Record<Meaning, PlannedOpening>>;
  readonly watermark?: string;
};

/** What one step would open under each meaning of the ratio. */
export async function compareMeanings(
  deps: LookDeps &
    ProgrammeDeps & {
      readonly calendar: ExchangeCalendar;
      readonly ledger: Pick<OrderLedger, 'orderRecord'>;
    },
  server: string,
  signal: AbortSignal,
): Promise<MeaningChoice> {
  const look = await lookAtBook(deps, { server }, signal);
  const programme = await readProgramme(deps, server, signal);
  const { record, rules } = await planBook(deps, look);
  const filled = filledBy({ record, rules });
  const { step } = stepOf(programme, { to: undefined, filled }, look.settings);
  const plannedAs = (meaning: Meaning): PlannedOpening =>
    planOpening(deps, look, { record, rules: { ...rules, 'ratio.meaning': meaning }, asked: step.to });
  return {
    present: look.settings['ratio.meaning'],
    step,
    account: accountOf(look),
    planned: { multiplier: plannedAs('multiplier'), absolute: plannedAs('absolute') },
    ...(deps.watermark !== undefined && { watermark: deps.watermark }),
  };
}
