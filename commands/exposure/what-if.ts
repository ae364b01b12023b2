import { z } from 'zod';
import { IncompleteTrial } from '#domain/hedge/hedge-problem.ts';
import { defineCommand } from '#discord/command/define-command.ts';
import { option } from '#discord/command/option.ts';
import { en } from '#discord/texts/en.ts';
import { whatIfView } from '#discord/views/hedge/what-if-view.ts';
import { bookReply, isOwnBook, ownerOf } from '#commands/book/book-question.ts';
import { completeExpiry, LOT } from '#commands/book/lot-options.ts';
import { completeLot, readLotTarget } from '#commands/book/lot-target.ts';
import type { Trial } from '#services/hedge/what-if.ts';

const texts = en.hedge.commands;
const Change = z.enum(['add-condor', 'add-hedge', 'remove', 'roll']);

/** How far the market and time may be shifted: VIX points, percent, calendar days. */
const MOST = { vol: 200, spot: 90, days: 400 } as const;

const shiftOption = (most: number, description: string) =>
  option(z.number().min(-most).max(most), { description }).exactOptional();

const Options = z.object({
  change: option(Change, { description: texts.change, labels: texts.changes }).exactOptional(),
  lot: LOT.lot(texts.lot).exactOptional(),
  expiry: LOT.expiry(texts.rollExpiry).exactOptional(),
  strikes: LOT.strikes(texts.newStrikes).exactOptional(),
  strike: LOT.strike(texts.newStrike).exactOptional(),
  quantity: LOT.quantity(texts.quantity).exactOptional(),
  settlement: LOT.settlement().exactOptional(),
  vol: shiftOption(MOST.vol, texts.vol),
  spot: shiftOption(MOST.spot, texts.spot),
  days: option(z.int().min(0).max(MOST.days), { description: texts.days }).exactOptional(),
  personal: LOT.personal(),
});

export const whatIf = defineCommand({
  name: 'what-if',
  description: texts.whatIf,
  options: Options,
  isPrivate: isOwnBook,

  async run(options, context) {
    const target = options.lot === undefined ? undefined : readLotTarget(options.lot);
    const owner = ownerOf(context, options.personal === true || target?.isOwn === true);
    const { vol = 0, spot = 0, days = 0 } = options;
    const shift = { volPoints: vol, spotPercent: spot, days };
    const change = options.change && changeOf(options.change, options, target?.id);
    const trial: Trial = change ? { change, shift } : { shift };
    const report = await context.services.whatIf(owner, trial, context.signal);
    return bookReply(context, owner, { view: whatIfView(report) });
  },

  complete({ option, typed }, context) {
    return option === 'lot'
      ? completeLot(typed, context)
      : completeExpiry(['VIX options', 'SPX AM options', 'SPX PM options'], typed, context);
  },
});

type TrialChange = NonNullable<Trial['change']>;

function changeOf(
  kind: z.output<typeof Change>,
  options: z.output<typeof Options>,
  id: string | undefined,
): TrialChange {
  const part = options.quantity === undefined ? {} : { quantity: options.quantity };
  switch (kind) {
    case 'add-condor':
    case 'add-hedge':
      return addOf(kind, options);
    case 'remove':
      return { kind, id: required(id, 'lot'), ...part };
    case 'roll': {
      const { strikes, strike } = options;
      return {
        kind,
        id: required(id, 'lot'),
        ...part,
        expiry: required(options.expiry, 'expiry'),
        ...(strikes !== undefined && { strikes }),
        ...(strike !== undefined && { strike }),
      };
    }
  }
}

function addOf(kind: 'add-condor' | 'add-hedge', options: z.output<typeof Options>): TrialChange {
  const quantity = required(options.quantity, 'quantity');
  const expiry = required(options.expiry, 'expiry');
  if (kind === 'add-hedge') {
    return {
      kind,
      draft: { instrument: 'VIX', quantity, expiry, strike: required(options.strike, 'strikes') },
    };
  }
  const { settlement } = options;
  const strikes = required(options.strikes, 'strikes');
  return { kind, draft: { quantity, expiry, strikes, ...(settlement !== undefined && { settlement }) } };
}

function required<Value>(value: Value | undefined, lacks: IncompleteTrial['lacks']): Value {
  if (value === undefined) {
    throw new IncompleteTrial(lacks);
  }
  return value;
}
