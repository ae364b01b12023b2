import type { ContextName, ContextReading, SmallCapStress } from '#domain/market/market-context.ts';
import { costOfCapital, costOfEquity, multipleChange } from './cost-of-capital.ts';

/** Round numbers of small companies in the United States: no source of ours measures them. */
const ASSUMED = { debtShare: 0.35, beta: 1.2, premium: 0.05, taxRate: 0.21, growth: 0.03 };
const SHOCK = { spread: 0.01, beta: 0.2 };

const PERCENT = 100;

/**
 * What capital costs small companies at today's yields and credit spread, and under stress. Context: no rule reads it.
 *
 * @returns `undefined` without the 10-year yield or the high-yield spread
 * @see docs/method.md#small-cap-stress
 */
export function stressSmallCaps(context: readonly ContextReading[]): SmallCapStress | undefined {
  const [yieldNow, spreadNow] = [valueOf(context, 'nominalTen'), valueOf(context, 'highYield')];
  if (yieldNow === undefined || spreadNow === undefined) {
    return undefined;
  }
  const { debtShare, ...rates } = ASSUMED;
  const riskFree = yieldNow / PERCENT;
  const costs = {
    ...rates,
    riskFree,
    equity: 1 - debtShare,
    debt: debtShare,
    costOfDebt: riskFree + spreadNow / PERCENT,
  };
  const [before, after] = [costOfCapital(costs), costOfCapital(costs, SHOCK)];
  if (before === undefined || after === undefined) {
    return undefined;
  }
  const equity = [costOfEquity(costs), costOfEquity({ ...costs, beta: costs.beta + SHOCK.beta })] as const;
  const multiple = multipleChange(...equity, ASSUMED.growth);
  return {
    assumed: ASSUMED,
    shock: SHOCK,
    capital: [before, after],
    equity,
    ...(multiple !== undefined && { multiple }),
  };
}

function valueOf(context: readonly ContextReading[], wanted: ContextName): number | undefined {
  const reading = context.find(({ name }) => name === wanted)?.reading;
  return reading?.known ? reading.value : undefined;
}
