import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { hedgePlanView } from '#discord/views/hedge/hedge-plan-view.ts';
import { LOT_OPTIONS, LotField } from '#commands/book/lot-options.ts';
import { bookReply, isOwnBook, ownerOf } from '#commands/book/owner.ts';
import { withPicture } from '#commands/exposure/with-picture.ts';
import { Ratio, RATIO_OPTION } from './ratio-option.ts';

const NAME = 'payoff.png';

export const plan = defineCommand({
  name: 'plan',
  description: en.hedge.commands.plan,
  definition: [{ name: 'to', description: en.hedge.commands.to, ...RATIO_OPTION }, LOT_OPTIONS.personal],
  options: z.object({ to: Ratio.optional(), personal: LotField.personal }),
  access: 'everyone',
  audience: 'channel',
  isPrivate: isOwnBook,

  async run({ to, personal }, context) {
    const owner = ownerOf(context, personal);
    const report = await context.services.planHedge(owner, to, context.signal);
    const reply = await bookReply(context, owner, hedgePlanView(report, NAME));
    return withPicture(reply, report.picture, NAME);
  },
});
