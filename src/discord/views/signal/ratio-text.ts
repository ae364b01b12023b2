import { day, decimal, ratio, signed } from '#discord/message/format.ts';
import { en } from '#discord/texts/en.ts';
import { handLine } from '#discord/views/hedge/exposure-text.ts';
import { beside, reportLines } from './standing-text.ts';
import type { ContractPlan, ExposureReading } from '#domain/hedge/book-exposure.ts';
import type { HedgeReport } from '#domain/hedge/hedge-report.ts';
import type { Decision, RatioReading, UnwindReading } from '#domain/signal/decision.ts';

/** A hundredth of the ratio, below which two ratios read the same. */
const SAME = 0.005;

/** Now, step and target, and what held the step back. */
export function ratioLines({ ratio: reading, unwind, memory }: Decision): readonly string[] {
  const { card } = en.signal;
  const step =
    reading.step === 0 ? card.ratioNoStep : card.ratioStep(signed(reading.step, 2), ratio(reading.next));
  const asks =
    Math.abs(reading.target - reading.next) < SAME ? [] : [card.ratioTarget(ratio(reading.target))];
  return [
    `${card.ratio} ${[card.ratioNow(ratio(reading.now)), step, ...asks].join(' · ')}`,
    ...handLine(memory.programme),
    ...factors(reading),
    ...unwindLine(reading, unwind),
    ...reading.limits.map((limit) => `-# ${en.signal.decision.limits[limit]}`),
  ];
}

/**
 * What the server holds and what the step means for it: in dollars where its lots can be valued, else counted.
 *
 * @param asOf - of the decision, epoch milliseconds (UTC): what ages are counted to
 */
export function contractLines(
  exposure: ExposureReading,
  report: HedgeReport | undefined,
  asOf: number,
): readonly string[] {
  return report?.mode === 'vega'
    ? reportLines(report, asOf)
    : [...countLines(exposure), ...(report ? beside(report) : [])];
}

function countLines(exposure: ExposureReading): readonly string[] {
  const { card } = en.signal;
  if (exposure.mode === 'none') {
    return [`${card.contracts} ${exposure.reason === 'no-book' ? card.noBook : card.noCondors}`];
  }
  const { condors, hedge, plan } = exposure;
  return [
    `${card.contracts} ${card.book(condors, calls(hedge, 0), ratio(exposure.ratio))}`,
    ...(plan === undefined ? [] : planLines(plan)),
  ];
}

/** Counted contracts of a step. */
export function planLines(plan: ContractPlan | 'too-small'): readonly string[] {
  const { card } = en.signal;
  if (plan === 'too-small') {
    return [card.tooSmall];
  }
  const whole = plan.whole.map((count) => signed(count, 0)).join('/');
  const exact = plan.exact.map((count) => signed(count, 2)).join('/');
  return [
    `**${card.plan(whole, ratio(plan.achieved), signed(plan.error, 3))}**`,
    `-# ${card.exact(exact)}. ${card.contractOrder}`,
  ];
}

function calls(hedge: readonly number[], digits: number): string {
  return hedge.map((count) => decimal(count, digits)).join('/');
}

function factors({ strength, consensusFactor, target, now }: RatioReading): readonly string[] {
  if (target <= now) {
    return [];
  }
  const { card } = en.signal;
  return [
    ...(strength < 1 ? [`-# ${card.halfStrength}`] : []),
    ...(consensusFactor < 1 ? [`-# ${card.halfForConsensus}`] : []),
  ];
}

function unwindLine({ step }: RatioReading, { branch, onCloses }: UnwindReading): readonly string[] {
  return step < 0 && branch !== undefined
    ? [`-# ${en.signal.card.unwindOn(en.signal.card[branch], onCloses.map(day).join(', '))}`]
    : [];
}
