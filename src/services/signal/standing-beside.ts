import type { Decision } from '#domain/signal/decision.ts';
import type { HedgeReport } from '#domain/hedge/hedge-report.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { expectedDailyRange } from '#engine/evidence/expected-daily-range.ts';
import { hedgeReport } from '#engine/account/hedge-report.ts';
import type { Holdings } from '#services/book/read-holdings.ts';

export type Around = { readonly settings: Settings; readonly snapshot: Snapshot };

/** How what a server holds stands beside a decision; `undefined` where no lots are kept. */
export function standingBeside(
  decision: Pick<Decision, 'ratio' | 'state'>,
  holdings: Holdings,
  { settings, snapshot }: Around,
): HedgeReport | undefined {
  const { positions } = holdings;
  if (positions.condors.length + positions.hedges.length === 0) {
    return undefined;
  }
  return hedgeReport({
    ...holdings,
    settings,
    decision,
    dailyRange: expectedDailyRange(snapshot),
    smallCaps: new Map(snapshot.market.rut.closes.map(({ session, close }) => [session, close])),
    lastSession: snapshot.lastSession,
  });
}
