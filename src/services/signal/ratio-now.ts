import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { Decision, Limit, State } from '#domain/signal/decision.ts';
import type { MarketClock } from '#ports/clock.ts';
import type { DecisionLedger, PrintLedger } from '#ports/ledger/ledger.ts';
import type { ManualPrintLedger } from '#ports/ledger/release-ledger.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import type { MarketData } from '#ports/sources/market-data.ts';
import type { PrintSource } from '#ports/sources/release-data.ts';
import type { Bound } from '#services/bind.ts';
import type { decideNow } from './decide-now.ts';

/** Where a server's rules would put its ratio, and the governed step on the way there. */
export type RatioNow = {
  readonly state: State;
  readonly target: number;
  readonly step: number;
  readonly next: number;
  readonly limits: readonly Limit[];
};

type RatioDeps = {
  readonly calendar: ExchangeCalendar;
  readonly marketClock: Pick<MarketClock, 'now'>;
  readonly ledger: Pick<DecisionLedger, 'memory' | 'decisions'> &
    Pick<PrintLedger, 'prints'> &
    Pick<ManualPrintLedger, 'manualPrints'>;
  readonly settings: Pick<SettingsStore, 'read'>;
  /** Absent while no source of market data is connected. */
  readonly market?: Pick<MarketData, 'source'>;
  readonly prints?: Pick<PrintSource, 'source'>;
  readonly decideNow: Bound<typeof decideNow>;
};

/**
 * Where a server's rules would put its ratio this moment. Evaluated only where something has become known since the
 * last decision; else that decision says it.
 *
 * @throws NoLiveSources, SourceUnavailable, SourceChanged
 */
export async function ratioNow(deps: RatioDeps, server: string, signal: AbortSignal): Promise<RatioNow> {
  const last = deps.market && deps.prints ? await lastWord(deps, server) : undefined;
  const { state, ratio } = last ?? (await deps.decideNow(server, signal)).decision;
  const { target, step, next, limits } = ratio;
  return { state, target, step, next, limits };
}

/**
 * The last stored decision, where an evaluation this moment would end as it did: of the last close, complete, asking
 * for no change, and nothing that it was made of has changed since.
 */
async function lastWord(deps: RatioDeps, server: string): Promise<Decision | undefined> {
  const { calendar, marketClock, ledger, settings } = deps;
  const now = marketClock.now();
  const [last] = await ledger.decisions(server, 1);
  if (!last || !saysNothingNew(last) || last.evaluation.session !== calendar.lastUsable(now)) {
    return undefined;
  }
  const { version } = await settings.read(server);
  const memory = await ledger.memory(server);
  if (last.settingsVersion !== version || last.ratio.now !== memory?.programme.ratio) {
    return undefined;
  }
  const prints = [...(await ledger.prints(now)), ...(await ledger.manualPrints(server))];
  return prints.every(({ receivedAt }) => receivedAt <= last.asOf) ? last : undefined;
}

/** A step that has been posted since, or that a budget blocked, is looked at again; so are inputs that were missing. */
function saysNothingNew({ evaluation, degraded, ratio }: Decision): boolean {
  return evaluation.kind === 'official' && degraded.length === 0 && ratio.target === ratio.now;
}
