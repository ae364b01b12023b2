import type { BookOwner } from '#domain/book/book-record.ts';
import type { MonetiseBlock, MonetiseReport } from '#domain/hedge/monetise.ts';
import type { Session } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { monetiseReport } from '#engine/upkeep/monetise-report.ts';
import type { OrderLedger } from '#ports/ledger/order-ledger.ts';
import type { DecisionNow, EvaluationServices } from '#services/signal/index.ts';
import { type Frame, frameOf, lookAtBook, type LookDeps } from './look-at-book.ts';
import { whereKnown } from './read-programme.ts';

/** Whether a hedge has paid, beside what it is asked for. */
export type MonetiseAnswer = Frame & {
  readonly report: MonetiseReport;
  readonly rules: Pick<Settings, 'monetise.enabled' | 'monetise.sd' | 'monetise.multiple' | 'vix.gates'>;
  /** Whether any hedge is held in lots. */
  readonly isHeld: boolean;
};

type MonetiseDeps = LookDeps &
  Pick<EvaluationServices, 'decideNow'> & { readonly ledger: Pick<OrderLedger, 'orderRecord'> };

/** Whether profits may be taken on a hedge now, and what a tranche would bring. Nothing is ordered. */
export async function showMonetise(
  deps: MonetiseDeps,
  owner: BookOwner,
  signal: AbortSignal,
): Promise<MonetiseAnswer> {
  const look = await lookAtBook(deps, owner, signal);
  const { holdings, settings } = look;
  const present = await whereKnown(deps.decideNow(owner.server, signal));
  const block = owner.member === undefined ? await blockOf(deps, owner.server, present) : undefined;
  return {
    ...frameOf(deps, look),
    report: monetiseReport({
      ...holdings,
      settings,
      closes: present ? present.snapshot.market.vix.closes.map(({ close }) => close) : [],
      ...(block && { block }),
    }),
    rules: settings,
    isHeld: holdings.positions.hedges.length > 0,
  };
}

/** An up-step speaks against taking profits on its own session even where it has been traded by then. */
async function blockOf(
  { ledger }: MonetiseDeps,
  server: string,
  present: DecisionNow | undefined,
): Promise<MonetiseBlock | undefined> {
  const [latest] = (await ledger.orderRecord(server)).orders;
  const bought = latest?.side === 'buy' ? latest : undefined;
  if (bought && !bought.end) {
    return 'up-order';
  }
  return present && isUpStep(present, bought?.session) ? 'up-step' : undefined;
}

function isUpStep({ decision, snapshot }: DecisionNow, boughtOn: Session | undefined): boolean {
  return decision.ratio.step > 0 || boughtOn === snapshot.lastSession;
}
