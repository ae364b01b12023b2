import { boundTruth } from '#domain/signal/bound-truth.ts';
import { day, decimal } from '#discord/message/format.ts';
import { quoted } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';
import { againstThreshold, measureName, sourceText } from './measure-text.ts';
import type { ChecklistAnswer } from '#domain/checklist/checklist.ts';
import type { Limit } from '#domain/signal/decision.ts';
import type { Evidence, Measure, Truth } from '#domain/signal/evidence.ts';

const MARKS: Readonly<Record<Truth, string>> = { true: '✓', false: '✗', unknown: '?' };

/** Measures shown of each piece of evidence on a card; `/signal why` shows them all. */
const ON_A_CARD = 2;

/** One line, such as `✓ **RSI** RUT 31.2 (≤ 35.0), RUT less SPX −9.4 (≤ −5.0)`. */
export function evidenceLine(evidence: Evidence): string {
  const parts = [reasonOf(evidence), decidingText(evidence), shapeOf(evidence)];
  return `${title(evidence)} ${parts.filter((part) => part !== '').join(', ')}`;
}

/** A heading, and a line for every measure with its source. */
export function evidenceLines(evidence: Evidence): readonly string[] {
  const head = [reasonOf(evidence), shapeOf(evidence)].filter((part) => part !== '').join(', ');
  return [
    `${title(evidence)} ${head}`.trimEnd(),
    ...evidence.measures.map((measure) => {
      const source = sourceText(measure);
      return `-# ${measureText(measure)}${source === '' ? '' : ` · ${source}`}`;
    }),
  ];
}

export function evidenceName({ id }: Pick<Evidence, 'id'>): string {
  return en.market.evidence[id];
}

function title({ id, truth }: Evidence): string {
  return `${MARKS[truth]} **${en.market.evidence[id]}:**`;
}

/** The measures that decide, in short: those that keep it from holding, where it does not hold. */
export function decidingText(
  evidence: Pick<Evidence, 'measures'> & Partial<Pick<Evidence, 'truth'>>,
): string {
  return deciding(evidence).map(measureText).join(', ');
}

function deciding({
  measures,
  truth,
}: Pick<Evidence, 'measures'> & Partial<Pick<Evidence, 'truth'>>): readonly Measure[] {
  const known = measures.filter(({ value }) => value !== undefined);
  const held = known.filter(({ threshold }) => threshold !== undefined);
  const blocking = truth === 'false' ? held.filter((measure) => boundTruth(measure) === 'false') : [];
  const best = [blocking, held, known].find(({ length }) => length > 0) ?? [];
  return best.slice(0, ON_A_CARD);
}

function measureText(measure: Measure): string {
  return `${measureName(measure)} ${againstThreshold(measure)}`;
}

function reasonOf({ truth, reason }: Evidence): string {
  return truth === 'unknown' && reason !== undefined ? en.market.unknown[reason] : '';
}

function shapeOf({ shape }: Evidence): string {
  return shape === undefined ? '' : (en.market.shapes[shape] ?? quoted(shape));
}

const SESSION = /^\d{4}-\d\d-\d\d$/;

/** Facts that a finding's words name at most; those that are not there are written as unknown. */
const NAMED = 6;

/** What an answer turns on, in words. */
export function findingText({ finding, facts }: ChecklistAnswer): string {
  const named = Math.max(facts.length, NAMED);
  return en.checklist.findings[finding](Array.from({ length: named }, (_, index) => written(facts[index])));
}

function written(fact: string | number | undefined): string {
  if (fact === undefined) {
    return en.signal.card.unknown;
  }
  if (typeof fact === 'number') {
    return decimal(fact, Number.isInteger(fact) ? 0 : 2);
  }
  if (isLimit(fact)) {
    return en.signal.decision.limits[fact];
  }
  return SESSION.test(fact) ? day(fact) : quoted(fact);
}

function isLimit(fact: string): fact is Limit {
  return Object.hasOwn(en.signal.decision.limits, fact);
}
