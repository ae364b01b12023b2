import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { marksView } from '#discord/views/market/marks-view.ts';
import { completeExpiry } from '#commands/book/complete-expiry.ts';
import { LOT_OPTIONS, LotField } from '#commands/book/lot-options.ts';

const { commands: words, choices } = en.book;
const SUBJECTS = ['VX', 'VIX option', 'SPX option', 'VXX', 'UVXY', 'SPX', 'VIX', 'rate'] as const;

/** Wider than anything that is taken: what is too much is told in a sentence that says why. */
const MOST = 1_000_000_000;

export const set = defineCommand({
  name: 'set',
  description: words.marketSet,
  definition: [
    {
      name: 'of',
      description: words.of,
      type: ApplicationCommandOptionType.String,
      required: true,
      choices: SUBJECTS.map((value) => ({ name: choices.subjects[value], value })),
    },
    {
      name: 'price',
      description: words.markPrice,
      type: ApplicationCommandOptionType.Number,
      min_value: -MOST,
      max_value: MOST,
    },
    {
      name: 'iv',
      description: words.iv,
      type: ApplicationCommandOptionType.Number,
      min_value: 0,
      max_value: MOST,
    },
    LOT_OPTIONS.expiry,
    { ...LOT_OPTIONS.strike, description: words.markStrike },
    LOT_OPTIONS.right,
    LOT_OPTIONS.settlement,
    { name: 'remove', description: words.removeMark, type: ApplicationCommandOptionType.Boolean },
  ],
  options: z.object({
    of: z.enum(SUBJECTS),
    price: z.number().min(-MOST).max(MOST).exactOptional(),
    iv: z.number().min(0).max(MOST).exactOptional(),
    expiry: LotField.expiry.exactOptional(),
    strike: LotField.strike.exactOptional(),
    right: LotField.right.exactOptional(),
    settlement: LotField.settlement.exactOptional(),
    remove: z.boolean().exactOptional(),
  }),
  access: 'steward',
  audience: 'channel',

  async run({ price, iv, remove, ...draft }, { server, services, member }) {
    if (remove === true) {
      return { view: marksView(await services.removeMark(server, member.id, draft)) };
    }
    const value = { ...(price !== undefined && { price }), ...(iv !== undefined && { volatility: iv }) };
    return { view: marksView(await services.setMark(server, member.id, { ...draft, ...value })) };
  },

  complete({ typed }, context) {
    return completeExpiry(['VIX futures', 'VIX options', 'SPX AM options', 'SPX PM options'], typed, context);
  },
});
