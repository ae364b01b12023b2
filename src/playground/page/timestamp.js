// @ts-check
import { element } from './element.js';

/** @type {Readonly<Record<string, Intl.DateTimeFormatOptions>>} by Discord's letter */
const STYLES = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

/** @type {readonly { unit: Intl.RelativeTimeFormatUnit, seconds: number }[]} largest first */
const UNITS = [
  { unit: 'year', seconds: 31_557_600 },
  { unit: 'month', seconds: 2_629_800 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
];

/** The largest number of seconds from 1970 that a `Date` holds. */
const FURTHEST = 8_640_000_000_000;

/**
 * `<t:…>` in the reader's own time zone; the whole date is its title.
 *
 * @param {number} seconds since 1970
 * @param {string} style Discord's letter
 * @param {number} now epoch milliseconds that `R` counts from
 */
export function timestamp(seconds, style, now) {
  if (Math.abs(seconds) > FURTHEST) {
    return element('span', {}, `<t:${seconds}:${style}>`);
  }
  const date = new Date(seconds * 1000);
  const shown = style === 'R' ? relativeTime(seconds, now) : inWords(date, STYLES[style] ?? STYLES['f']);
  return element(
    'time',
    {
      class: 'timestamp',
      datetime: date.toISOString(),
      title: inWords(date, { dateStyle: 'full', timeStyle: 'long' }),
      'data-relative': style === 'R' ? seconds : undefined,
    },
    shown,
  );
}

/**
 * Brings every relative time below `root` up to `now`.
 *
 * @param {ParentNode} root
 * @param {number} now epoch milliseconds
 */
export function refreshRelativeTimes(root, now) {
  for (const time of root.querySelectorAll('time[data-relative]')) {
    const shown = relativeTime(Number(time.getAttribute('data-relative')), now);
    if (time.textContent !== shown) {
      time.textContent = shown;
    }
  }
}

/** @type {(seconds: number, now: number) => string} */
function relativeTime(seconds, now) {
  const away = seconds - now / 1000;
  const unit = UNITS.find((candidate) => Math.abs(away) >= candidate.seconds) ?? {
    unit: 'second',
    seconds: 1,
  };
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(
    Math.trunc(away / unit.seconds),
    unit.unit,
  );
}

/** @type {(date: Date, options: Intl.DateTimeFormatOptions | undefined) => string} */
export function inWords(date, options) {
  return new Intl.DateTimeFormat(undefined, options).format(date);
}
