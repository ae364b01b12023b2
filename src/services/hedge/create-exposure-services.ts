import type { ExposureServices } from './exposure-services.ts';
import { createCompareMeanings } from './compare-meanings.ts';
import { createCondors, createTimeShift } from './condor-questions.ts';
import { createExposureHistory } from './exposure-history.ts';
import type { ExposureParts } from './exposure-parts.ts';
import { createHedgeCost, createHedgeStrikes, createSizeHedge } from './hedge-questions.ts';
import { createSetRatio } from './override-ratio.ts';
import { createPlanHedge } from './plan-for.ts';
import { createShowExposure } from './show-exposure.ts';
import { createWhatIf } from './try-out.ts';

/** Everything that people may ask about the hedge. */
export function createExposureServices(parts: ExposureParts): ExposureServices {
  return {
    showExposure: createShowExposure(parts),
    whatIf: createWhatIf(parts),
    exposureHistory: createExposureHistory(parts),
    planHedge: createPlanHedge(parts),
    sizeHedge: createSizeHedge(parts),
    hedgeStrikes: createHedgeStrikes(parts),
    hedgeCostOf: createHedgeCost(parts),
    setRatio: createSetRatio(parts),
    timeShift: createTimeShift(parts),
    condors: createCondors(parts),
    compareMeanings: createCompareMeanings(parts),
  };
}
