import { z } from 'zod';
import type { CalendarReading, Disagreement, ListedDate } from '#domain/releases/calendar-reading.ts';
import type { CapturedForecasts } from '#domain/releases/captured-forecasts.ts';
import type { Poll, SourcedFigures } from '#domain/releases/poll.ts';
import type { Figures, Print } from '#domain/releases/print.ts';
import type { Release, ReleaseChange, ReleaseKind, ReleaseStatus } from '#domain/releases/release.ts';
import { qualitySchema } from './market-schemas.ts';
import { schemaOf } from './schema-of.ts';

export const releaseKindSchema = schemaOf<ReleaseKind>()(z.enum(['CPI', 'PPI']));

const statusSchema = schemaOf<ReleaseStatus>()(
  z.enum(['scheduled', 'moved', 'due', 'late', 'released', 'partial', 'cancelled', 'merged', 'revised']),
);

export const releaseSchema = schemaOf<Release>()(
  z.object({
    id: z.string(),
    kind: releaseKindSchema,
    referenceMonth: z.string().exactOptional(),
    status: statusSchema,
    scheduledAt: z.number(),
    mergedInto: z.string().exactOptional(),
    source: z.string(),
    quality: qualitySchema,
  }),
);

export const releaseChangeSchema = schemaOf<ReleaseChange>()(
  z.object({
    release: releaseSchema,
    before: z.object({ status: statusSchema, scheduledAt: z.number() }).exactOptional(),
    at: z.number(),
  }),
);

const figureSchema = z.object({
  actual: z.number().exactOptional(),
  consensus: z.number().exactOptional(),
  previous: z.number().exactOptional(),
  revisedPrevious: z.number().exactOptional(),
  unrounded: z.number().exactOptional(),
});

export const figuresSchema = schemaOf<Figures>()(
  z.object({ headline: figureSchema, core: figureSchema, headlineYearly: figureSchema }),
);

export const printSchema = schemaOf<Print>()(
  z.object({
    releaseId: z.string(),
    kind: releaseKindSchema,
    referenceMonth: z.string(),
    figures: figuresSchema,
    scheduledAt: z.number(),
    releasedAt: z.number(),
    receivedAt: z.number(),
    source: z.string(),
    consensusSource: z.string().exactOptional(),
    isConsensusLate: z.literal(true).exactOptional(),
    quality: qualitySchema,
    by: z.string().exactOptional(),
    note: z.string().exactOptional(),
  }),
);

export const sourcedFiguresSchema = schemaOf<SourcedFigures>()(
  z.object({ source: z.string(), figures: figuresSchema, at: z.number() }),
);

export const pollSchema = schemaOf<Poll>()(
  z.object({
    releaseId: z.string(),
    kind: releaseKindSchema,
    source: z.string(),
    askedAt: z.number(),
    answeredAt: z.number(),
    saw: z.enum(['nothing', 'old', 'new', 'failed']),
    referenceMonth: z.string().exactOptional(),
    values: z.string().exactOptional(),
    figures: figuresSchema.exactOptional(),
  }),
);

export const capturedForecastsSchema = schemaOf<CapturedForecasts>()(
  z.object({
    figures: figuresSchema,
    source: z.string(),
    by: z.string().exactOptional(),
    server: z.string().exactOptional(),
    nature: z.enum(['survey', 'nowcast']),
    capturedAt: z.number(),
  }),
);

export const disagreementSchema = schemaOf<Disagreement>()(
  z.object({
    releaseId: z.string(),
    kind: releaseKindSchema,
    kept: z.object({ source: z.string(), scheduledAt: z.number().exactOptional() }),
    other: z.object({ source: z.string(), day: z.string().exactOptional() }),
  }),
);

const listedDateSchema = schemaOf<ListedDate>()(
  z.object({
    kind: releaseKindSchema,
    day: z.string(),
    scheduledAt: z.number().exactOptional(),
    referenceMonth: z.string().exactOptional(),
    withdrawn: z.enum(['cancelled', 'merged']).exactOptional(),
  }),
);

export const calendarReadingSchema = schemaOf<CalendarReading>()(
  z.object({
    at: z.number(),
    sources: z.array(z.object({ source: z.string(), listed: z.union([z.number(), z.literal('no answer')]) })),
    disagreements: z.array(disagreementSchema),
    refused: z.array(
      z.object({
        source: z.string(),
        date: listedDateSchema,
        why: z.enum(['weekend', 'duplicate', 'too-close', 'wrong-kind', 'odd-time']),
      }),
    ),
  }),
);
