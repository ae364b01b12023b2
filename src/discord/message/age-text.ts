import { en } from '#discord/texts/en.ts';

const { marks: words } = en.book;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How old something is, in its largest whole unit. */
export function ageText(age: number): string {
  if (age >= DAY) {
    return words.days(Math.floor(age / DAY));
  }
  return age >= HOUR
    ? words.hours(Math.floor(age / HOUR))
    : words.minutes(Math.max(0, Math.floor(age / MINUTE)));
}
