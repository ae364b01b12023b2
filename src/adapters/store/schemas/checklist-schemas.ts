import { z } from 'zod';
import {
  CHECKLIST_ITEMS,
  type Checklist,
  type ChecklistAnswer,
  type ChecklistNote,
  type Tick,
} from '#domain/checklist/checklist.ts';
import { measureSchema } from './evidence-schemas.ts';
import { schemaOf } from './schema-of.ts';

const itemSchema = z.enum(CHECKLIST_ITEMS);
const statusSchema = z.enum(['ok', 'watch', 'act', 'unknown']);

const findingSchema = schemaOf<ChecklistAnswer['finding']>()(
  z.enum([
    'diverging',
    'level',
    'both',
    'rsi-only',
    'macd-only',
    'neither',
    'time-shift-review',
    'time-shift-only',
    'below',
    'above',
    'late-gate',
    'halved',
    'calm',
    'skew-rose',
    'curve-moved',
    'inside',
    'outside',
    'inside-unread',
    'outside-unread',
    'no-date',
    'step-up',
    'step-down',
    'held',
    'above-cap',
    'above-base',
    'at-base',
    'exposure-valued',
    'exposure-expires',
    'exposure-partial',
    'exposure-counted',
    'exposure-unknown',
    'exposure-owed',
    'exposure-lapsed',
    'exposure-layer',
    'no-lots',
    'drag',
    'no-drag',
    'etf-trails',
    'etf-leads',
    'drag-unknown',
    'parity-none',
    'parity-edge',
    'box-none',
    'box-edge',
    'parity-no-quotes',
    'parity-no-edge',
    'break-even-far',
    'break-even-near',
    'break-even-z-far',
    'break-even-z-near',
    'break-even-unknown',
    'no-condors',
    'rolls',
    'no-rolls',
    'layer-empty',
    'layer-settled',
    'layer-thin',
    'layer-below',
    'budget-within',
    'budget-over',
    'budget-unset',
    'window-open',
    'window-later',
    'window-after-settlement',
    'context',
    'context-real',
    'context-unknown',
    'quorum-one',
    'quorum-agreed',
    'quorum-disputed',
    'unknown',
  ]),
);

const answerSchema = schemaOf<ChecklistAnswer>()(
  z.object({
    item: itemSchema,
    number: z.number(),
    status: statusSchema,
    measures: z.array(measureSchema),
    finding: findingSchema,
    facts: z.array(z.union([z.string(), z.number()])),
  }),
);

const seenSchema = z.object({ decisionId: z.string(), status: statusSchema, finding: findingSchema });
const marked = { item: itemSchema, by: z.string(), at: z.number() };

export const tickSchema = schemaOf<Tick>()(z.object({ ...marked, seen: seenSchema.exactOptional() }));

export const noteSchema = schemaOf<ChecklistNote>()(z.object({ ...marked, text: z.string() }));

export const checklistSchema = schemaOf<Checklist>()(
  z.object({
    decisionId: z.string(),
    answers: z.array(answerSchema),
    ticks: z.array(tickSchema),
    reopened: z.array(z.object({ tick: z.object({ ...marked, seen: seenSchema }), item: itemSchema })),
    notes: z.array(noteSchema),
  }),
);
