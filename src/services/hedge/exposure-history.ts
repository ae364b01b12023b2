import { ratioChart } from '#engine/chart/ratio-chart.ts';
import type { RecordedStanding } from '#ports/ledger/ratio-ledger.ts';
import type { RatioPoint } from './exposure-reports.ts';
import type { ExposureServices } from './exposure-services.ts';
import { drawBook } from '#services/book/draw-book.ts';
import type { ExposureParts } from './exposure-parts.ts';

/** Evaluations looked back on, and ratios set by hand that are listed. */
const POINTS = 120;
const OVERRIDES = 5;

/** How the hedge stood at each stored decision, and who has set its programme by hand. */
export function createExposureHistory(parts: ExposureParts): ExposureServices['exposureHistory'] {
  const { ledger, watermark } = parts;
  return async (server, signal) => {
    const points = (await ledger.standings(server, POINTS)).map(pointOf);
    const chart = points.length > 1 ? ratioChart(points.toReversed(), watermark) : undefined;
    return {
      points,
      overrides: await ledger.ratioOverrides(server, OVERRIDES),
      ...(await drawBook(parts, chart, signal)),
      ...(watermark !== undefined && { watermark }),
    };
  };
}

function pointOf({ decision, standing }: RecordedStanding): RatioPoint {
  const { id, asOf, state, ratio } = decision;
  return {
    decisionId: id,
    asOf,
    state,
    programme: ratio.next,
    ...(standing && { mode: standing.mode }),
    ...(standing?.ratio.known && { ratio: standing.ratio.value }),
    ...(standing?.stressRatio?.known && { stressRatio: standing.stressRatio.value }),
  };
}
