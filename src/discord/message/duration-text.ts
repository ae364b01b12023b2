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

/** Up to twice a unit, the one below is used: 90 minutes say more than one hour. */
const ENOUGH = 2;

/** How long something is, roughly, such as `40 s`, `15 min`, `3 h` or `12 d`. @param milliseconds - below 0 counts as 0 */
export function spanText(milliseconds: number): string {
  const length = Math.max(0, milliseconds);
  const [name, unit] = unitOf(length);
  return `${Math.round(length / unit)} ${name}`;
}

function unitOf(length: number): readonly [name: string, unit: number] {
  if (length < ENOUGH * MINUTE) {
    return ['s', 1_000];
  }
  if (length < ENOUGH * HOUR) {
    return ['min', MINUTE];
  }
  return length < ENOUGH * DAY ? ['h', HOUR] : ['d', DAY];
}
