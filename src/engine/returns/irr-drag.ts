import type { Session } from '#domain/market/session.ts';
import { type CashFlow, type InternalRate, checkedDaysBetween, xirr } from './xirr.ts';
import { modifiedDietz } from './modified-dietz.ts';
import { OPTION_MULTIPLIER } from '#engine/valuation/priced-leg.ts';

/** Shares of a small-cap ETF, held without a hedge. */
export type EtfHolding = {
  readonly entry: Session;
  readonly exit: Session;
  readonly shares: number;
  /** Dollars a share. */
  readonly entryPrice: number;
  readonly exitPrice: number;
  /** Dollars a share, on the days they are paid. */
  readonly dividends: readonly CashFlow[];
};

/** SPX iron condors sold on one day and held to expiry, with what their hedge cost and brought. */
export type CondorTrade = {
  readonly entry: Session;
  readonly expiry: Session;
  readonly contracts: number;
  /** The wider wing, index points. */
  readonly width: number;
  /** Received per condor, index points. */
  readonly credit: number;
  /** What the condor was worth at expiry, index points from 0 to the width; 0 is full profit. */
  readonly payout: number;
  /** Premiums paid (negative) and proceeds (positive), dollars; empty without a hedge. */
  readonly hedge: readonly CashFlow[];
};

/** What a position made of the money that was in it. */
export type MoneyReturn = {
  /** Dollars paid in all: for the condor its capital at risk net of the credit. Also the most that can be lost. */
  readonly paid: number;
  readonly received: number;
  /** Received over paid, less 1: the money return of the period, not annualised. At worst −1. */
  readonly period: number;
  /** The same for a year, as arithmetic has it: practically absurd for a few weeks, so shown second. */
  readonly rate: InternalRate;
  /** Beside it, for when there is no rate or several; a fraction of the period. */
  readonly modifiedDietz?: number;
};

/** The condor beside the ETF over the same days. */
export type IrrDrag = {
  readonly days: number;
  readonly etf: MoneyReturn;
  readonly condor: MoneyReturn;
  /** Condor's less ETF's period return, a fraction: what sitting in the ETF cost. Read this first. */
  readonly period: number;
  /** Condor's less ETF's internal rate, a fraction a year; absent unless both have one. A total loss counts as −1. */
  readonly rate?: number;
};

/**
 * What an unhedged small-cap ETF position lost against the SPX iron condor and its hedge over the same days: period
 * money returns first, internal rates second.
 *
 * One path that was realised, not a distribution: either can lose all that was paid.
 *
 * @throws RangeError if the two do not begin and end on the same days, end before they begin, or a number cannot be
 */
export function irrDrag(holding: EtfHolding, trade: CondorTrade): IrrDrag {
  const days = checkedDaysBetween(trade.entry, trade.expiry);
  if (holding.entry !== trade.entry || holding.exit !== trade.expiry || days <= 0) {
    throw new RangeError('both positions must be held from one day to the same later day');
  }
  const etf = moneyReturn(etfFlows(holding));
  const condor = moneyReturn(condorFlows(trade));
  const rates = [annual(condor.rate), annual(etf.rate)] as const;
  return {
    days,
    etf,
    condor,
    period: condor.period - etf.period,
    ...(rates[0] !== undefined && rates[1] !== undefined && { rate: rates[0] - rates[1] }),
  };
}

/** Paid at entry, received as dividends and at exit. */
function etfFlows({
  entry,
  exit,
  shares,
  entryPrice,
  exitPrice,
  dividends,
}: EtfHolding): readonly CashFlow[] {
  requireNumbers([shares, entryPrice, exitPrice], shares > 0 && entryPrice > 0 && exitPrice >= 0);
  return [
    { day: entry, amount: -entryPrice * shares },
    ...dividends.map(({ day, amount }) => ({ day, amount: amount * shares })),
    { day: exit, amount: exitPrice * shares },
  ];
}

/** The capital at risk net of the credit at entry, what is left of the width at expiry, and the hedge between. */
function condorFlows(trade: CondorTrade): readonly CashFlow[] {
  const { entry, expiry, contracts, width, credit, payout, hedge } = trade;
  const possible = contracts > 0 && credit < width && payout >= 0 && payout <= width;
  requireNumbers([contracts, width, credit, payout], possible);
  return [
    { day: entry, amount: -(width - credit) * OPTION_MULTIPLIER * contracts },
    ...hedge,
    { day: expiry, amount: (width - payout) * OPTION_MULTIPLIER * contracts },
  ];
}

function moneyReturn(flows: readonly CashFlow[]): MoneyReturn {
  requireNumbers(
    flows.map(({ amount }) => amount),
    true,
  );
  const received = flows.reduce((sum, { amount }) => sum + Math.max(0, amount), 0);
  const paid = flows.reduce((sum, { amount }) => sum - Math.min(0, amount), 0);
  const dietz = modifiedDietz(flows);
  return {
    paid,
    received,
    period: received / paid - 1,
    rate: xirr(flows),
    ...(dietz !== undefined && { modifiedDietz: dietz }),
  };
}

function annual(rate: InternalRate): number | undefined {
  return rate.kind === 'rate' ? rate.rate : rate.kind === 'total-loss' ? -1 : undefined;
}

function requireNumbers(numbers: readonly number[], possible: boolean): void {
  if (!possible || !numbers.every(Number.isFinite)) {
    throw new RangeError(`these cannot be a position's numbers: ${numbers.join(', ')}`);
  }
}
