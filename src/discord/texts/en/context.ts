import type { ContextName } from '#domain/market/context-reading.ts';

const names: Readonly<Record<ContextName, string>> = {
  dollar: 'Broad dollar index',
  curve: 'Treasury yields, 10 less 2 years',
  nominalTen: 'Treasury yield, 10 years',
  realTen: 'Real yield, 10 years (TIPS)',
  highYield: 'High-yield spread',
};

type Assumed = 'debt' | 'beta' | 'premium' | 'tax' | 'growth';

export const context = {
  describe: 'The dollar, yields and credit: context, which no rule reads',
  title: '## Context',
  never: 'Context, never a gate: no rule reads it, and no step depends on it.',
  names,
  line: (name: string, value: string, oneDay: string, fiveDays: string) =>
    `- ${name} **${value}** (1 day ${oneDay}, 5 days ${fiveDays})`,
  from: (day: string, source: string) => `, ${day}, ${source}`,
  missing: (name: string, why: string) => `- ${name} ? (${why})`,
  nobody: 'Nobody is asked for it here. With `FRED_API_KEY` set, FRED gives it.',
  stress: {
    title: (spread: string, beta: string) =>
      `**Small caps, if spreads widened by ${spread} and beta rose by ${beta}**`,
    costs: (before: string, after: string, equityBefore: string, equityAfter: string) =>
      `- cost of capital ${before} → ${after}, of equity alone ${equityBefore} → ${equityAfter}`,
    multiple: (change: string) => `- P/E and P/CF at the same growth ${change}`,
    assumed: ({ debt, beta, premium, tax, growth }: Readonly<Record<Assumed, string>>) =>
      `-# From the 10-year yield and the high-yield spread above. Assumed, not measured: debt ${debt}, beta ${beta}, equity premium ${premium}, tax ${tax}, growth ${growth}.`,
  },
};
