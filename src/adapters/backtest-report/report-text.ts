import type { BacktestStudy } from '#domain/history/backtest.ts';
import { funnelSection } from './funnel-section.ts';
import { headline } from './headline.ts';
import { hedgeSection } from './hedge-section.ts';
import { outcomeSection } from './outcome-section.ts';
import { referenceSection } from './reference-section.ts';
import { robustnessSection } from './robustness-section.ts';
import { sampleSection } from './sample-section.ts';

const LIMITS = [
  '## What this cannot say',
  '',
  '- Point in time throughout: deviations, scores and betas use what was known at each instant, and the print is evaluated at its own. No threshold was fitted on this history, but the method was described by people who had lived through it. The confirmed days are few enough to be remembered.',
  '- First prints and the forecasts that calendars showed. A forecast differs by 0.1 between calendars in about one release of ten, and with it a class.',
  '- Breadth is counted over S&P 600 and S&P 500 members as a proxy, where it is known at all.',
  '- Nothing here is priced from VIX options. What a raise would have cost in calls is not known from these tables.',
  '- Past and back-tested results do not predict. Educational model output, not advice.',
].join('\n');

/** The report as Markdown: what it shows first, then how much there is to go by, then everything else. */
export function reportText(study: BacktestStudy): string {
  const { from, until, changed } = study;
  const set =
    changed.length === 0
      ? 'All thresholds at their defaults.'
      : `Thresholds that differ from the defaults: ${changed.map(({ key, value }) => `${key} ${value}`).join(', ')}.`;
  return `${[
    `# The method over releases from ${from} to ${until}`,
    headline(study),
    set,
    sampleSection(study),
    referenceSection(study),
    funnelSection(study),
    '![Programme ratio](ratio.png)',
    outcomeSection(study),
    hedgeSection(study),
    robustnessSection(study),
    LIMITS,
  ].join('\n\n')}\n`;
}
