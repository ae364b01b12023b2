import type { ChecklistAnswer } from '#domain/checklist/checklist.ts';
import type { Limit } from '#domain/signal/decision.ts';
import { day, decimal } from '#discord/message/format.ts';
import { quoted } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';

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
