import type { ChecklistAnswer, ChecklistFinding, ChecklistStatus } from '#domain/checklist/checklist.ts';
import type { Ratio } from '#domain/hedge/book-exposure.ts';
import type { HedgeReport } from '#domain/hedge/hedge-report.ts';

/** A hedge that keeps less than this part of its ratio over its next expiration will want looking at. */
const KEPT = 0.75;

/** Days to the next expiration within which its loss matters. */
const SOON = 10;

/** Item 1: how much hedge do the first expirations carry? */
export function answerExposure(standing: HedgeReport | undefined): ChecklistAnswer {
  const about = { item: 'vega-exposure', number: 1, measures: [] } as const;
  if (!standing) {
    return { ...about, status: 'unknown', finding: 'no-lots', facts: [] };
  }
  const { ratio, stressRatio, afterNextExpiry, unvalued } = standing;
  const [status, finding] = judge(standing);
  return {
    ...about,
    status,
    finding,
    facts: [
      valueOf(ratio),
      valueOf(stressRatio),
      valueOf(afterNextExpiry?.ratio),
      afterNextExpiry?.expiry ?? '',
      unvalued.length,
    ],
  };
}

function judge(standing: HedgeReport): readonly [ChecklistStatus, ChecklistFinding] {
  const { mode, ratio, unvalued } = standing;
  if (!ratio.known) {
    return ['unknown', 'exposure-unknown'];
  }
  if (unvalued.length > 0) {
    return ['watch', 'exposure-partial'];
  }
  if (mode === 'unit') {
    return ['watch', 'exposure-counted'];
  }
  return losesSoon(standing) ? ['watch', 'exposure-expires'] : ['ok', 'exposure-valued'];
}

function losesSoon({ ratio, afterNextExpiry }: HedgeReport): boolean {
  if (!ratio.known || !afterNextExpiry?.ratio.known || afterNextExpiry.days > SOON) {
    return false;
  }
  return afterNextExpiry.ratio.value < ratio.value * KEPT;
}

/** Facts are written; one that is not known is left for the text to say. */
function valueOf(ratio: Ratio | undefined): number | string {
  return ratio?.known === true ? ratio.value : '';
}
