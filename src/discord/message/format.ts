import { TICK, type Ticks } from '#domain/releases/print.ts';
import type { Session } from '#domain/market/session.ts';

/** Written where a number should be and is not. */
const UNKNOWN = '?';

/** Below this a number is noise of the arithmetic, and 0. */
const NOISE = 1e-9;

/** A number with so many decimals; more where it would otherwise look like 0. `?` if it is not finite. */
export function decimal(value: number, digits: number): string {
  if (!Number.isFinite(value)) {
    return UNKNOWN;
  }
  const rounded = written(value, digits);
  const looksZero = Number(rounded.replace('−', '-').replaceAll(',', '')) === 0;
  return looksZero && Math.abs(value) > NOISE
    ? written(value, Math.ceil(-Math.log10(Math.abs(value))) + 1)
    : rounded;
}

/** The same, positive numbers with a plus. */
export function signed(value: number, digits: number): string {
  return value > NOISE ? `+${decimal(value, digits)}` : decimal(value, digits);
}

/** A vega multiplier or vega ratio, such as `0.60`, or `0.725` where hundredths would hide the rest. */
export function ratio(value: number): string {
  return decimal(value, Math.abs(value * 100 - Math.round(value * 100)) < NOISE * 100 ? 2 : 3);
}

/** A number that is in percent already, such as `+1.2 %`. */
export function percent(value: number, digits = 1): string {
  return `${signed(value, digits)} %`;
}

/** A part of 1 in whole percent, such as `62 %`. */
export function share(fraction: number): string {
  return `${decimal(Math.min(1, Math.max(0, fraction)) * 100, 0)} %`;
}

/** A published change: `0.3 %`, `0.25 %`. */
export function change(ticks: Ticks): string {
  const value = ticks * TICK;
  const hundredths = Math.round(value * 100);
  return `${decimal(value, hundredths % 10 === 0 ? 1 : 2)} %`;
}

/** An instant as Discord shows it, in the reader's own zone. `R` is relative, such as "in 3 hours". */
export function stamp(at: number, style: 'f' | 'D' | 'R' | 't' = 'f'): string {
  return Number.isFinite(at) ? `<t:${Math.floor(at / 1000)}:${style}>` : UNKNOWN;
}

const NEW_YORK = 'America/New_York';

const TIME = new Intl.DateTimeFormat('en-GB', { timeZone: NEW_YORK, hour: '2-digit', minute: '2-digit' });
const SECONDS = new Intl.DateTimeFormat('en-GB', {
  timeZone: NEW_YORK,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const DATE = new Intl.DateTimeFormat('en-US', {
  timeZone: NEW_YORK,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const DAY = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const MONTH = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short', year: 'numeric' });

/** The time of day in New York, such as `16:15`. */
export function newYorkTime(at: number): string {
  return Number.isFinite(at) ? TIME.format(at) : UNKNOWN;
}

/** The time of day in New York to the second, such as `08:30:04`. */
export function newYorkSeconds(at: number): string {
  return Number.isFinite(at) ? SECONDS.format(at) : UNKNOWN;
}

/** Such as `Tue 23 Sep 2014 16:15 ET`. */
export function newYork(at: number): string {
  return Number.isFinite(at) ? `${newYorkDate(at)} ${TIME.format(at)} ET` : UNKNOWN;
}

/** The day of an instant in New York, such as `Tue 23 Sep 2014`. */
export function newYorkDate(at: number): string {
  return Number.isFinite(at) ? inOrder(DATE, at, ['weekday', 'day', 'month', 'year']) : UNKNOWN;
}

/** The day of an instant in New York without its year, such as `Tue 23 Sep`. */
export function newYorkDay(at: number): string {
  return Number.isFinite(at) ? inOrder(DATE, at, ['weekday', 'day', 'month']) : UNKNOWN;
}

/** A session, such as `Tue 23 Sep`. */
export function day(session: Session): string {
  return ofSession(session, ['weekday', 'day', 'month']);
}

/** The weekday of a session, such as `Tue`. */
export function weekday(session: Session): string {
  return ofSession(session, ['weekday']);
}

/** The month of a session or an expiry, such as `Oct`. */
export function shortMonth(session: Session): string {
  return ofSession(session, ['month']);
}

/** A session or an expiry as a broker's ticket names it, such as `22 Oct 2014`. */
export function date(session: Session): string {
  return ofSession(session, ['day', 'month', 'year']);
}

type DatePart = 'weekday' | 'day' | 'month' | 'year';

function ofSession(session: Session, parts: readonly DatePart[]): string {
  const at = Date.parse(session);
  return Number.isNaN(at) ? UNKNOWN : inOrder(DAY, at, parts);
}

/** The day before the month, as tickets have it: no locale of English does so without a comma or `Sept`. */
function inOrder(format: Intl.DateTimeFormat, at: number, parts: readonly DatePart[]): string {
  const written = format.formatToParts(at);
  return parts.map((part) => written.find(({ type }) => type === part)?.value ?? UNKNOWN).join(' ');
}

/** A reference month, such as `Aug 2014` for `2014-08`. */
export function month(reference: string): string {
  const at = Date.parse(reference);
  return Number.isNaN(at) ? UNKNOWN : MONTH.format(at);
}

/** Between the groups of three digits before the point. */
const THOUSANDS = /(?<!\..*)\B(?=(?:\d{3})+(?!\d))/g;

/** From here on a number is not one of ours, and is written short. */
const HUGE = 1e12;

function written(value: number, digits: number): string {
  if (Math.abs(value) >= HUGE) {
    return value.toExponential(2).replace('-', '−');
  }
  const text = Math.abs(value).toFixed(digits).replace(THOUSANDS, ',');
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}
