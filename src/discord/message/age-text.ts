import { en } from '#discord/texts/en.ts';
import { DAY, HOUR, MINUTE } from '#domain/duration.ts';

const { marks: words } = en.book;

/** How old something is, in its largest whole unit. */
export function ageText(age: number): string {
  if (age >= DAY) {
    return words.days(Math.floor(age / DAY));
  }
  return age >= HOUR
    ? words.hours(Math.floor(age / HOUR))
    : words.minutes(Math.max(0, Math.floor(age / MINUTE)));
}
