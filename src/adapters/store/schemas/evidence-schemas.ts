import { z } from 'zod';
import type { Evidence, EvidenceId, Measure, MeasureId, Truth } from '#domain/signal/evidence.ts';
import { provenanceSchema, unknownReasonSchema } from './market-schemas.ts';
import { schemaOf } from './schema-of.ts';

export const evidenceIdSchema = schemaOf<EvidenceId>()(
  z.enum(['print', 'lag', 'trend', 'breadth', 'rsi', 'macd', 'smallCapVol', 'term', 'lateGate']),
);

export const truthSchema = schemaOf<Truth>()(z.enum(['true', 'false', 'unknown']));

const measureIdSchema = schemaOf<MeasureId>()(
  z.enum([
    'surprise',
    'eventAge',
    'lagZ',
    'lagSum',
    'beta',
    'relativeSincePrint',
    'trendGap',
    'sma20',
    'sma50',
    'sma200',
    'breadthDivergence',
    'breadthSlopeDifference',
    'breadthZ',
    'breadthDaysSmallBehind',
    'rsiRut',
    'rsiGap',
    'rsiRutBest',
    'rsiGapBest',
    'macdRut',
    'macdRatio',
    'macdCrossAge',
    'macdLowest',
    'smallCapVolTimes',
    'smallCapVolSpread',
    'smallCapVolMean',
    'vixLevel',
    'vixJump',
    'termSlope',
    'termChange1',
    'termChange5',
    'termChangeZ1',
    'termChangeZ5',
    'nineDayRatio',
    'threeMonthRatio',
    'vvix',
    'expectedDailyRange',
    'relative1',
    'relative5',
    'relative10',
    'relative21',
    'relativeZ1',
    'relativeZ5',
    'relativeZ10',
    'relativeZ21',
    'rutGap20',
    'rutGap50',
    'rutGap200',
    'ratioGap20',
    'ratioGap50',
    'ratioGap200',
    'beta63',
    'beta252',
    'residualVolatility',
    'idiosyncraticShare',
    'idiosyncraticMean',
    'idiosyncraticShare252',
    'idiosyncraticMean252',
    'cumulativeSmall',
    'cumulativeLarge',
  ]),
);

export const measureSchema = schemaOf<Measure>()(
  z.object({
    id: measureIdSchema,
    value: z.number().exactOptional(),
    unit: z.enum([
      'standard deviations',
      'sessions',
      'index points',
      'RSI points',
      'fraction',
      'percent',
      'VIX points',
      'net share',
      'percentage points',
      'times',
      'count',
    ]),
    wanted: z.enum(['<=', '<', '>=', '>']).exactOptional(),
    threshold: z.number().exactOptional(),
    distance: z.number().exactOptional(),
    progress: z.number().exactOptional(),
    reason: unknownReasonSchema.exactOptional(),
    provenance: provenanceSchema.exactOptional(),
  }),
);

export const evidenceSchema = schemaOf<Evidence>()(
  z.object({
    id: evidenceIdSchema,
    truth: truthSchema,
    measures: z.array(measureSchema),
    reason: unknownReasonSchema.exactOptional(),
    shape: z.string().exactOptional(),
  }),
);
