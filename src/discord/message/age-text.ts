import { en } from '#discord/texts/en.ts';
import { DAY, HOUR, MINUTE } from '#domain/duration.ts';

const texts = en.book.marks;

/** How old something is, in its largest whole unit. */
export function ageText(age: number): string {
  if (age >= DAY) {
    return texts.days(Math.floor(age / DAY));
  }
  return age >= HOUR
    ? texts.hours(Math.floor(age / HOUR))
    : texts.minutes(Math.max(0, Math.floor(age / MINUTE)));
}
