import type { Session } from '#domain/market/session.ts';

/** A session that the time axis names. */
export type SessionTick = { readonly index: number; readonly label: string };

/** Short names, January first. */
export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MONTH_STEPS = [1, 2, 3, 6, 12];
const SESSION_STEPS = [1, 2, 5, 10, 20, 50];
/** With fewer first sessions of a month than this, days are named and not months. */
const FEWEST_MONTHS = 3;

/**
 * Sessions to name along the axis, oldest first: first sessions of months, or every few sessions if the picture spans
 * little more than a month. The first of them says its year, and January is its year.
 *
 * @param most - labels that fit beside each other
 */
export function sessionTicks(sessions: readonly Session[], most: number): readonly SessionTick[] {
  const starts = sessions.flatMap((session, index) => {
    const before = sessions[index - 1];
    return before !== undefined && monthOf(before) !== monthOf(session) ? [index] : [];
  });
  return starts.length < FEWEST_MONTHS ? dayTicks(sessions, most) : monthTicks(sessions, starts, most);
}

function monthTicks(sessions: readonly Session[], starts: readonly number[], most: number): SessionTick[] {
  const step = MONTH_STEPS.find((months) => Math.ceil(starts.length / months) <= most) ?? starts.length;
  const shown = starts.filter((index) => (Number(monthOf(sessions[index] ?? '').slice(5)) - 1) % step === 0);
  return shown.map((index, nth) => {
    const [year = '', month = ''] = (sessions[index] ?? '').split('-');
    const name = MONTHS[Number(month) - 1] ?? '';
    return { index, label: name === 'Jan' ? year : nth === 0 ? `${name} ${year}` : name };
  });
}

function dayTicks(sessions: readonly Session[], most: number): SessionTick[] {
  const step = SESSION_STEPS.find((count) => Math.ceil(sessions.length / count) <= most) ?? sessions.length;
  const last = sessions.length - 1;
  const shown = sessions.flatMap((session, index) =>
    (last - index) % step === 0 ? [{ session, index }] : [],
  );
  return shown.map(({ session, index }, nth) => {
    const [year = '', month = '', day = ''] = session.split('-');
    const name = `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''}`;
    return { index, label: nth === 0 ? `${name} ${year}` : name };
  });
}

function monthOf(session: Session): string {
  return session.slice(0, 'YYYY-MM'.length);
}
