import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { IncompleteTrial } from '#domain/hedge/hedge-problem.ts';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { whatIfView } from '#discord/views/hedge/what-if-view.ts';
import { completeExpiry } from '#commands/book/complete-expiry.ts';
import { LOT_OPTIONS, LotField } from '#commands/book/lot-options.ts';
import { completeLot, LONGEST_LOT, readLotTarget } from '#commands/book/lot-target.ts';
import { bookReply, isOwnBook, ownerOf } from '#commands/book/owner.ts';
import type { Trial } from '#services/hedge/what-if.ts';

const { commands: words } = en.hedge;
const CHANGES = ['add-condor', 'add-hedge', 'remove', 'roll'] as const;

/** How far the market and time may be shifted. */
const LIMITS = { vol: 200, spot: 90, days: 400 } as const;

const Options = z.object({
  change: z.enum(CHANGES).exactOptional(),
  lot: z.string().max(LONGEST_LOT).exactOptional(),
  expiry: LotField.expiry.exactOptional(),
  strikes: LotField.strikes.exactOptional(),
  strike: LotField.strike.exactOptional(),
  quantity: LotField.quantity.exactOptional(),
  settlement: LotField.settlement.exactOptional(),
  vol: z.number().min(-LIMITS.vol).max(LIMITS.vol).exactOptional(),
  spot: z.number().min(-LIMITS.spot).max(LIMITS.spot).exactOptional(),
  days: z.int().min(0).max(LIMITS.days).exactOptional(),
  personal: LotField.personal,
});

export const whatIf = defineCommand({
  name: 'what-if',
  description: words.whatIf,
  definition: [
    {
      name: 'change',
      description: words.change,
      type: ApplicationCommandOptionType.String,
      choices: CHANGES.map((value) => ({ name: words.changes[value], value })),
    },
    {
      name: 'lot',
      description: words.lot,
      type: ApplicationCommandOptionType.String,
      autocomplete: true,
      max_length: LONGEST_LOT,
    },
    { ...LOT_OPTIONS.expiry, description: words.rollExpiry },
    { ...LOT_OPTIONS.strikes, description: words.newStrikes },
    { ...LOT_OPTIONS.strike, description: words.newStrike },
    { ...LOT_OPTIONS.quantity, description: words.quantity },
    LOT_OPTIONS.settlement,
    shiftOption('vol', words.vol),
    shiftOption('spot', words.spot),
    {
      name: 'days',
      description: words.days,
      type: ApplicationCommandOptionType.Integer,
      min_value: 0,
      max_value: LIMITS.days,
    },
    LOT_OPTIONS.personal,
  ],
  options: Options,
  access: 'everyone',
  audience: 'channel',
  isPrivate: isOwnBook,

  async run(options, context) {
    const target = options.lot === undefined ? undefined : readLotTarget(options.lot);
    const owner = ownerOf(context, options.personal === true || target?.isOwn === true);
    const { vol = 0, spot = 0, days = 0 } = options;
    const shift = { volPoints: vol, spotPercent: spot, days };
    const change = options.change && changeOf(options.change, options, target?.id);
    const trial: Trial = change ? { change, shift } : { shift };
    const report = await context.services.whatIf(owner, trial, context.signal);
    return bookReply(context, owner, whatIfView(report));
  },

  complete({ option, typed }, context) {
    return option === 'lot'
      ? completeLot(typed, context)
      : completeExpiry(['VIX options', 'SPX AM options', 'SPX PM options'], typed, context);
  },
});

function shiftOption<Name extends 'vol' | 'spot'>(name: Name, description: string) {
  const most = LIMITS[name];
  return {
    name,
    description,
    type: ApplicationCommandOptionType.Number,
    min_value: -most,
    max_value: most,
  } as const;
}

type Change = NonNullable<Trial['change']>;

function changeOf(
  kind: (typeof CHANGES)[number],
  options: z.output<typeof Options>,
  id: string | undefined,
): Change {
  const part = options.quantity === undefined ? {} : { quantity: options.quantity };
  switch (kind) {
    case 'add-condor':
    case 'add-hedge':
      return addOf(kind, options);
    case 'remove':
      return { kind, id: needed(id, 'lot'), ...part };
    case 'roll': {
      const { strikes, strike } = options;
      return {
        kind,
        id: needed(id, 'lot'),
        ...part,
        expiry: needed(options.expiry, 'expiry'),
        ...(strikes !== undefined && { strikes }),
        ...(strike !== undefined && { strike }),
      };
    }
  }
}

function addOf(kind: 'add-condor' | 'add-hedge', options: z.output<typeof Options>): Change {
  const quantity = needed(options.quantity, 'quantity');
  const expiry = needed(options.expiry, 'expiry');
  if (kind === 'add-hedge') {
    return {
      kind,
      draft: { instrument: 'VIX', quantity, expiry, strike: needed(options.strike, 'strikes') },
    };
  }
  const { settlement } = options;
  const strikes = needed(options.strikes, 'strikes');
  return { kind, draft: { quantity, expiry, strikes, ...(settlement !== undefined && { settlement }) } };
}

function needed<Value>(value: Value | undefined, lacks: IncompleteTrial['lacks']): Value {
  if (value === undefined) {
    throw new IncompleteTrial(lacks);
  }
  return value;
}
