import type { Session } from '#domain/market/session.ts';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const MONTH = `(${MONTHS.join('|')})[A-Z]*\\.?`;

/** Ways of writing a day: each names its groups, and the year may be left out where it is the nearest to come. */
const FORMS: readonly RegExp[] = [
  /\b(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})\b/,
  /\b(?<month>\d{1,2})\/(?<day>\d{1,2})(?:\/(?<year>\d{4}|\d{2}))?\b/,
  new RegExp(`\\b(?<day>\\d{1,2})[ -]?(?<name>${MONTH})[ ,'-]*(?<year>\\d{4}|\\d{2})\\b`),
  new RegExp(`\\b(?<name>${MONTH})[ -]?(?<day>\\d{1,2})(?:[ ,'-]+(?<year>\\d{4}|\\d{2}))?\\b`),
  new RegExp(`\\b(?<day>\\d{1,2})[ -]?(?<name>${MONTH})(?![A-Z])`),
];

/** A day found in a text, and the text without it. */
export type DayInText = { readonly day: Session | undefined; readonly text: string; readonly typed: string };

/**
 * Finds the first day in upper-case text: `2026-10-22`, `10/22/26` (month first), `22 OCT 2026`, `OCT 22`, `22OCT26`.
 *
 * @param today - a day without a year is the next one from here on
 * @returns `undefined` where nothing looks like a day; `day` is `undefined` for one that no calendar has
 */
export function findDay(text: string, today: Session): DayInText | undefined {
  for (const form of FORMS) {
    const match = form.exec(text);
    if (match?.groups) {
      const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
      return { day: dayOf(match.groups, today), text: rest, typed: match[0].trim() };
    }
  }
  return undefined;
}

function dayOf(groups: Readonly<Record<string, string | undefined>>, today: Session): Session | undefined {
  const { year, month, name, day } = groups;
  const monthNumber = name === undefined ? Number(month) : MONTHS.indexOf(name.slice(0, 3)) + 1;
  if (year !== undefined) {
    return validDay(year.length === 2 ? 2000 + Number(year) : Number(year), monthNumber, Number(day));
  }
  const thisYear = Number(today.slice(0, 4));
  return [thisYear, thisYear + 1]
    .map((candidate) => validDay(candidate, monthNumber, Number(day)))
    .find((candidate) => candidate !== undefined && candidate >= today);
}

function validDay(year: number, month: number, day: number): Session | undefined {
  const text = [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))];
  const session = text.join('-');
  const at = Date.parse(session);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(session) ? session : undefined;
}
