/** The items that may be noted beside, in the method's order. */
export const ITEMS = [
  'vega-exposure',
  'breadth-divergence',
  'irr-drag',
  'dual-confirmation',
  'parity',
  'moving-averages',
  'break-even',
  'vix-gate',
  'fomc-window',
  'rolls-due',
  'hedge-budget',
  'steward-check',
  'rebalance-timing',
] as const;
