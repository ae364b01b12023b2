import type { SignalChart } from '#domain/signal/signal-chart.ts';
import type { Session } from '#domain/market/session.ts';

/** How far RUT/SPX has come since the last print that is shown. */
export type PrintChange = {
  /** 0.01 for one per cent. */
  readonly fraction: number;
  /** The close that it is measured from: the one before the print, as a print comes before the open. */
  readonly from: Session;
};

/** `undefined` without a print among the sessions, a session before it, or a value (for the first, a positive one) at either end. */
export function sinceLastPrint({ marks, relative, sessions }: SignalChart): PrintChange | undefined {
  const prints = marks.filter(({ kind }) => kind === 'print').map(({ session }) => sessions.indexOf(session));
  const before = Math.max(-1, ...prints) - 1;
  const from = sessions[before];
  const [start, end] = [relative[before], relative.at(-1)];
  if (from === undefined || start === undefined || end === undefined || start <= 0) {
    return undefined;
  }
  return { fraction: end / start - 1, from };
}
