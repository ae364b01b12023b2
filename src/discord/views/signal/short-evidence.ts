import { decimal, month, signed } from '#discord/message/format.ts';
import { en } from '#discord/texts/en.ts';
import { evidenceOf, measureOf } from './evidence-of.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { PrintReading } from '#domain/releases/print.ts';

const texts = en.signal.action;

type Judged = Pick<Decision, 'evidence' | 'event' | 'print'>;

/** A print in a few words, such as `CPI −2.5σ very weak`. */
export function shortPrint(print: PrintReading): string {
  if (!print.classified) {
    return texts.print(print.kind, '', en.signal.decision.unclassified(en.market.unknown[print.reason]));
  }
  const deviation = print.z === undefined ? '' : ` ${signed(print.z, 1)}σ`;
  return texts.print(print.kind, deviation, en.releases.classes[print.class]);
}

/** The print that a decision's event belongs to, such as `CPI for Aug 2014`; `undefined` without one. */
export function eventName({ event, print }: Omit<Judged, 'evidence'>): string | undefined {
  const reading = event?.print ?? print;
  return reading && `${reading.kind}${en.signal.decision.monthOf(month(reading.referenceMonth))}`;
}

/** Print, lag, RSI and MACD in short; what is not known is left out. */
export function agreeingParts(judged: Judged): readonly string[] {
  return [...printPart(judged), ...lagPart(judged), ...rsiPart(judged), ...macdPart(judged)];
}

/** What a decision rests on below full confirmation. */
export function partialParts(judged: Judged): readonly string[] {
  const agreeing = (['trend', 'breadth', 'rsi', 'macd'] as const).filter(
    (id) => evidenceOf(judged.evidence, id)?.truth === 'true',
  );
  return [...printPart(judged), ...lagPart(judged), ...agreeing.map((id) => texts.agrees[id])];
}

/** The print of the open event, in short. */
export function printPart({ print, event }: Omit<Judged, 'evidence'>): readonly string[] {
  const reading = event?.print ?? print;
  return reading ? [shortPrint(reading)] : [];
}

function lagPart({ evidence }: Judged): readonly string[] {
  const z = measureOf(evidence, 'lag', 'lagZ')?.value;
  return z === undefined ? [] : [texts.lag(`${signed(z, 1)}σ`)];
}

/** Both indices' RSI on the bar that decided: the second is the first less the gap. */
function rsiPart({ evidence }: Judged): readonly string[] {
  const small = measureOf(evidence, 'rsi', 'rsiRutBest')?.value;
  const gap = measureOf(evidence, 'rsi', 'rsiGapBest')?.value;
  return small === undefined || gap === undefined
    ? []
    : [texts.rsi(decimal(small, 0), decimal(small - gap, 0))];
}

function macdPart({ evidence }: Judged): readonly string[] {
  return evidenceOf(evidence, 'macd')?.truth === 'true' ? [texts.agrees.macd] : [];
}
