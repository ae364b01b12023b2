import { z } from 'zod';
import type { SkewReport } from '#domain/market/term-curve.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { DecisionInputs } from '#ports/ledger/ledger.ts';
import { alertKindSchema } from './alert-schemas.ts';
import { memorySchema, stateSchema } from './decision-schemas.ts';
import {
  budgetCheckSchema,
  exposureFaultSchema,
  hedgeReportSchema,
  parityReadingSchema,
} from './hedge-schemas.ts';
import { schemaOf } from './schema-of.ts';

/** Settings of which those that came later are not there, and kinds of alerts neither. */
type StoredSettings = Partial<Omit<Settings, 'alerts.kinds'>> & {
  readonly 'alerts.kinds'?: Partial<Settings['alerts.kinds']>;
};

/**
 * What stands in the column `inputs`: the snapshot has a table of its own, and a book may not have been given.
 */
export type StoredInputs = Omit<DecisionInputs, 'snapshot' | 'book' | 'settings'> & {
  readonly book?: NonNullable<DecisionInputs['book']>;
  readonly settings: StoredSettings;
};

const three = z.tuple([z.number(), z.number(), z.number()]);

const settingsSchema = schemaOf<StoredSettings>()(
  z.object({
    'ratio.base': z.number().exactOptional(),
    'ratio.confirmed': z.number().exactOptional(),
    'ratio.hardCap': z.number().exactOptional(),
    'ratio.meaning': z.enum(['multiplier', 'absolute']).exactOptional(),
    'step.up': z.number().exactOptional(),
    'step.down': z.number().exactOptional(),
    'step.deadband': z.number().exactOptional(),
    'step.cooldownSessions': z.number().exactOptional(),
    'step.maxUpPerEvent': z.number().exactOptional(),
    'step.downAfterCloses': z.number().exactOptional(),
    'print.method': z.enum(['standardised', 'points']).exactOptional(),
    'print.weakZ': z.number().exactOptional(),
    'print.veryWeakZ': z.number().exactOptional(),
    'print.coreWeight': z.number().exactOptional(),
    'print.weakPoints': z.number().exactOptional(),
    'print.requireConsensus': z.boolean().exactOptional(),
    'event.windowSessions': z.number().exactOptional(),
    'lag.z': z.number().exactOptional(),
    'lag.betaWindow': z.number().exactOptional(),
    'trend.period': z.number().exactOptional(),
    'breadth.sessions': z.number().exactOptional(),
    'breadth.z': z.number().exactOptional(),
    'breadth.fallbackD': z.number().exactOptional(),
    'rsi.period': z.number().exactOptional(),
    'rsi.rutMax': z.number().exactOptional(),
    'rsi.gapMax': z.number().exactOptional(),
    'macd.periods': three.exactOptional(),
    'confirm.windowBars': z.number().exactOptional(),
    'exposure.expirations': z.number().exactOptional(),
    'smallCapVol.multiple': z.number().exactOptional(),
    'term.flat': z.number().exactOptional(),
    'term.steep': z.number().exactOptional(),
    'vix.gates': three.exactOptional(),
    'vix.lateLevel': z.number().exactOptional(),
    'vix.lateJump': z.number().exactOptional(),
    'timeShift.mode': z.enum(['shift', 'theta']).exactOptional(),
    'timeShift.days': three.exactOptional(),
    'timeShift.portion': z.number().exactOptional(),
    'strike.sdMin': z.number().exactOptional(),
    'strike.sdMax': z.number().exactOptional(),
    'strike.mode': z.enum(['lognormal', 'linear']).exactOptional(),
    'layers.days': three.exactOptional(),
    'layers.perTenCondors': three.exactOptional(),
    'layers.delta': z.number().exactOptional(),
    'layers.rollAge': three.exactOptional(),
    'layers.daysFloor': three.exactOptional(),
    'breakEven.minZ': z.number().exactOptional(),
    'breakEven.confirmedZ': z.number().exactOptional(),
    'edr.mode': z.enum(['vix9d', 'vix', 'blend']).exactOptional(),
    'plan.style': z.enum(['delta', 'seed', 'held']).exactOptional(),
    'cover.shock': z.tuple([z.number(), z.number()]).exactOptional(),
    'cover.minLoss': z.number().exactOptional(),
    'monetise.enabled': z.boolean().exactOptional(),
    'monetise.sd': z.number().exactOptional(),
    'monetise.multiple': z.number().exactOptional(),
    'parity.edgeSpx': z.number().exactOptional(),
    'parity.edgeVix': z.number().exactOptional(),
    'budget.annualPercent': z.number().exactOptional(),
    'budget.capital': z.number().nullable().exactOptional(),
    'fomc.policy': z.enum(['halve', 'block', 'ignore']).exactOptional(),
    'book.kind': z.enum(['lots', 'counts', 'none']).exactOptional(),
    'book.condors': z.number().nullable().exactOptional(),
    'book.hedge': three.nullable().exactOptional(),
    'book.approvals': z.number().exactOptional(),
    'alerts.channel': z.string().nullable().exactOptional(),
    'alerts.role': z.string().nullable().exactOptional(),
    'alerts.minState': stateSchema.exactOptional(),
    'alerts.kinds': z.partialRecord(alertKindSchema, z.enum(['on', 'silent', 'off'])).exactOptional(),
    'alerts.quietHours': z.string().nullable().exactOptional(),
    'exposure.visibility': z.enum(['server', 'ephemeral']).exactOptional(),
    'steward.role': z.string().nullable().exactOptional(),
    locale: z.enum(['en']).exactOptional(),
    timezone: z.string().exactOptional(),
  }),
);

const putSkew = { putSkew: z.number(), asOf: z.number() };

const skewReportSchema = schemaOf<SkewReport>()(
  z.object({
    ...putSkew,
    before: z.object(putSkew).exactOptional(),
    index: z.object({ value: z.number(), percentile: z.number().exactOptional() }).exactOptional(),
  }),
);

export const inputsSchema = schemaOf<StoredInputs>()(
  z.object({
    schema: z.number().exactOptional(),
    book: z.object({ condors: z.number(), hedge: z.array(z.number()) }).exactOptional(),
    budget: budgetCheckSchema.exactOptional(),
    standing: hedgeReportSchema.exactOptional(),
    exposureFault: exposureFaultSchema.exactOptional(),
    parity: z.array(parityReadingSchema).exactOptional(),
    skew: skewReportSchema.exactOptional(),
    settings: settingsSchema,
    settingsVersion: z.number(),
    memory: memorySchema,
  }),
);

/** Settings as they applied: what there was not yet is as it has been since for whoever never set it. */
export function completed(settings: StoredSettings, defaults: Settings): Settings {
  const kinds = { ...defaults['alerts.kinds'], ...settings['alerts.kinds'] };
  return { ...defaults, ...settings, 'alerts.kinds': kinds };
}
