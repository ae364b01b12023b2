import { z } from 'zod';
import { defineCommand } from '#discord/command/define-command.ts';
import { option } from '#discord/command/option.ts';
import { en } from '#discord/texts/en.ts';
import { marksView } from '#discord/views/market/marks-view.ts';
import { completeExpiry, LOT } from '#commands/book/lot-options.ts';

const texts = en.book.commands;
const { choices } = en.book;

/** Wider than anything that is taken: what is too much is told in a sentence that says why. */
const MOST = 1_000_000_000;

const SUBJECTS = [
  'VX',
  'VIX option',
  'SPX option',
  'VXX',
  'UVXY',
  'SPX',
  'VIX',
  'rate',
  'P/E small',
  'P/E large',
  'P/CF small',
  'P/CF large',
] as const;

/** Characters of a source's name. */
const LONGEST = 60;

export const set = defineCommand({
  name: 'set',
  description: en.market.commands.set,
  options: z.object({
    of: option(z.enum(SUBJECTS), { description: texts.of, labels: choices.subjects }),
    price: option(z.number().min(-MOST).max(MOST), { description: texts.markPrice }).exactOptional(),
    iv: option(z.number().min(0).max(MOST), { description: texts.iv }).exactOptional(),
    expiry: LOT.expiry().exactOptional(),
    strike: LOT.strike(texts.markStrike).exactOptional(),
    right: LOT.right().exactOptional(),
    settlement: LOT.settlement().exactOptional(),
    source: option(z.string().trim().min(1).max(LONGEST), { description: texts.markSource }).exactOptional(),
    date: option(z.string().max(LONGEST), { description: texts.markDate }).exactOptional(),
    remove: option(z.boolean(), { description: texts.removeMark }).exactOptional(),
  }),
  access: 'steward',

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
