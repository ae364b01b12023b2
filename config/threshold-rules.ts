import { BOOK_RULES } from './book-rules.ts';
import { CONDOR_RULES } from './condor-rules.ts';
import { EVIDENCE_RULES } from './evidence-rules.ts';
import { HEDGE_RULES } from './hedge-rules.ts';
import { RATIO_RULES } from './ratio-rules.ts';
import type { Rules } from './rule.ts';
import { SERVER_RULES } from './server-rules.ts';
import { VOLATILITY_RULES } from './volatility-rules.ts';

/**
 * The table of settings: what each means, its default and its limits.
 *
 * Defaults and the limits of base, confirmed, step.up, windows, trend, breadth.sessions and the RSI are the
 * method's. It names no limits for the rest: there they keep what is meant from turning into its opposite (a
 * threshold for weakness stays below zero, an average has more than one session) and leave room on both sides.
 */
export const RULES: Rules = {
  ...RATIO_RULES,
  ...EVIDENCE_RULES,
  ...VOLATILITY_RULES,
  ...BOOK_RULES,
  ...CONDOR_RULES,
  ...HEDGE_RULES,
  ...SERVER_RULES,
};
