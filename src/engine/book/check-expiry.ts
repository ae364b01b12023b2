import { settlesAt } from '#calendar/expiry-instants.ts';
import { expirationCycle, expirationsBetween, nearestExpirations } from '#calendar/listed-expiration.ts';
import { daysBetween, shiftDay } from '#calendar/calendar-day.ts';
import type { ListedProduct } from '#domain/book/mark.ts';
import type { LotFault } from '#domain/book/lot-fault.ts';
import type { Session } from '#domain/market/session.ts';
import type { LotTerms } from './lot-terms.ts';

/** Calendar days behind an expiry that the rule for VIX expirations looks at. */
const VIX_LOOKS_AHEAD = 38;

/** Calendar days ahead within which VIX weeklies are listed: the exchange opens about six of them at a time. */
const WEEKLIES_AHEAD = 63;

/** Calendar days around a day within which there is a monthly expiration on either side. */
const MONTHLY_REACH = 45;

/** What is wrong with the day on which something is said to settle; empty when nothing is. */
export function checkExpiry(product: ListedProduct, typed: string, terms: LotTerms): readonly LotFault[] {
  const { calendar, now, today } = terms;
  const expiry = readDay(typed);
  if (expiry === undefined) {
    return [{ kind: 'unreadable-day', what: 'expiry', typed }];
  }
  if (expiry < today) {
    return [{ kind: 'expired', expiry, nearest: upcoming(product, today, terms) }];
  }
  if (!reaches(product, expiry, terms)) {
    return [{ kind: 'beyond-calendar', expiry }];
  }
  if (!isListed(product, expiry, terms)) {
    return [{ kind: 'not-listed', product, expiry, nearest: upcoming(product, expiry, terms) }];
  }
  return settlesAt(product, expiry, calendar) <= now
    ? [{ kind: 'expired', expiry, nearest: upcoming(product, expiry, terms) }]
    : [];
}

/** Whether the calendar knows enough to tell what expires on a day. */
function reaches(product: ListedProduct, expiry: Session, { calendar }: LotTerms): boolean {
  const isVix = product === 'VIX options' || product === 'VIX futures';
  return calendar.covers(isVix ? shiftDay(expiry, VIX_LOOKS_AHEAD) : expiry);
}

function isListed(product: ListedProduct, expiry: Session, terms: LotTerms): boolean {
  const cycle = expirationCycle(product, expiry, terms.calendar);
  return cycle !== undefined && !(cycle === 'weekly' && isFar(expiry, terms));
}

function isFar(day: Session, { today }: LotTerms): boolean {
  return daysBetween(today, day) > WEEKLIES_AHEAD;
}

/** The days next to one on which something of the kind settles, those that have not come yet. */
function upcoming(product: ListedProduct, day: Session, terms: LotTerms): readonly Session[] {
  const { calendar, today } = terms;
  const nearest = isFar(day, terms)
    ? nearestMonthlies(product, day, terms)
    : nearestExpirations(product, day, calendar);
  return nearest.filter((expiry) => expiry > today);
}

function nearestMonthlies(product: ListedProduct, day: Session, terms: LotTerms): readonly Session[] {
  const last = shiftDay(day, MONTHLY_REACH);
  if (!reaches(product, last, terms)) {
    return [];
  }
  const around = expirationsBetween(
    product,
    [shiftDay(day, -MONTHLY_REACH), last],
    terms.calendar,
    'monthly',
  );
  const before = around.findLast((expiry) => expiry < day);
  const after = around.find((expiry) => expiry > day);
  return [before, after].filter((expiry) => expiry !== undefined);
}

/** What is wrong with a day that something is said to be of; empty when nothing is. */
export function checkPastDay(day: string, today: Session): readonly LotFault[] {
  if (readDay(day) === undefined) {
    return [{ kind: 'unreadable-day', what: 'date', typed: day }];
  }
  return day > today ? [{ kind: 'in-future', day }] : [];
}

/** What is wrong with a day on which something is said to have been traded; empty when nothing is. */
export function checkTradingDay(day: string, { today, calendar }: LotTerms): readonly LotFault[] {
  const faults = checkPastDay(day, today);
  if (faults.length > 0) {
    return faults;
  }
  if (!calendar.covers(day) || !calendar.isSession(day)) {
    const nearest = calendar.covers(day) ? [calendar.previous(day), calendar.next(day)] : [];
    return [{ kind: 'not-a-session', day, nearest: nearest.filter((session) => session <= today) }];
  }
  return [];
}

const FORM = /^\d{4}-\d{2}-\d{2}$/;

/** A day that somebody typed as `YYYY-MM-DD`; `undefined` for anything else, and for days that no calendar has. */
function readDay(typed: string): Session | undefined {
  const day = typed.trim();
  const at = FORM.test(day) ? Date.parse(day) : Number.NaN;
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(day) ? day : undefined;
}
