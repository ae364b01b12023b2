/** The items that may be noted beside, in the method's order. */
export const ITEMS = [
  'breadth-divergence',
  'dual-confirmation',
  'moving-averages',
  'vix-gate',
  'fomc-window',
  'steward-check',
  'rebalance-timing',
] as const;
