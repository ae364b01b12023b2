import type { ChecklistAnswer, ChecklistFinding, ChecklistStatus } from '#domain/checklist/checklist.ts';
import type { Ratio } from '#domain/hedge/book-exposure.ts';
import type { HedgeReport } from '#domain/hedge/hedge-report.ts';
import type { OrderReport } from '#domain/hedge/order-report.ts';

/** A hedge that keeps less than this part of its ratio over its next expiration will want looking at. */
const KEPT = 0.75;

/** Days to the next expiration within which its loss matters. */
const SOON = 10;

/** What the book still owes to the rules, as far as item 1 asks. */
export type Following = Pick<OrderReport, 'asked' | 'filled' | 'owed' | 'lapsed'>;

/**
 * Item 1: how much hedge do the first expirations carry, and has the book followed? Only ok where nothing is owed or
 * lapsed and every layer stands.
 */
export function answerExposure(report: HedgeReport | undefined, following?: Following): ChecklistAnswer {
  const about = { item: 'vega-exposure', number: 1, measures: [] } as const;
  if (!report) {
    return { ...about, status: 'unknown', finding: 'no-lots', facts: [] };
  }
  const { ratio, stressRatio, afterNextExpiry, unvalued } = report;
  const [status, finding] = notFollowed(following) ?? judge(report);
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
      following?.asked ?? '',
      following?.filled ?? '',
    ],
  };
}

function notFollowed(
  following: Following | undefined,
): readonly [ChecklistStatus, ChecklistFinding] | undefined {
  if (following?.owed) {
    return ['act', 'exposure-owed'];
  }
  return following?.lapsed ? ['watch', 'exposure-lapsed'] : undefined;
}

function judge(report: HedgeReport): readonly [ChecklistStatus, ChecklistFinding] {
  const { mode, ratio, unvalued } = report;
  if (!ratio.known) {
    return ['unknown', 'exposure-unknown'];
  }
  if (unvalued.length > 0) {
    return ['watch', 'exposure-partial'];
  }
  if (mode === 'unit') {
    return ['watch', 'exposure-counted'];
  }
  if (report.layers?.some(({ state }) => state !== 'whole')) {
    return ['watch', 'exposure-layer'];
  }
  return losesSoon(report) ? ['watch', 'exposure-expires'] : ['ok', 'exposure-valued'];
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

/** Item 11: does a layer lack calls, or is one due to be rolled? */
export function answerRolls(report: HedgeReport | undefined): ChecklistAnswer {
  const about = { item: 'rolls-due', number: 11, measures: [] } as const;
  if (!report) {
    return { ...about, status: 'unknown', finding: 'no-lots', facts: [] };
  }
  const lacking = (report.layers ?? []).filter(({ state }) => state !== 'whole');
  const [worst] = [...lacking.filter(({ state }) => state !== 'below'), ...lacking];
  const { rolls } = report;
  const [first] = rolls;
  if (worst && (worst.state !== 'below' || !first)) {
    return {
      ...about,
      status: worst.state === 'below' ? 'watch' : 'act',
      finding: `layer-${worst.state === 'whole' ? 'below' : worst.state}`,
      facts: [worst.layer, worst.held, worst.base, lacking.length, rolls.length],
    };
  }
  return first
    ? {
        ...about,
        status: 'act',
        finding: 'rolls',
        facts: [rolls.length, first.lotId, first.expiry, first.daysLeft, first.daysHeld],
      }
    : { ...about, status: 'ok', finding: 'no-rolls', facts: [] };
}
