import { z } from 'zod';
import { defineCommand } from '../../src/discord/command.ts';
import { en } from '../../src/discord/texts/en.ts';
import { hedgePlanView } from '../../src/discord/views/hedge-plan.ts';
import { LOT_OPTIONS, LotField } from '../book/lot-options.ts';
import { bookReply, isOwnBook, ownerOf } from '../book/owner.ts';
import { withPicture } from '../exposure/with-picture.ts';
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
