import { bookReply, isOwnBook, ownerOf } from '#commands/book/book-question.ts';
import { LOT } from '#commands/book/lot-options.ts';
import { defineCommand, pictureReply } from '#discord/command/define-command.ts';
import { option } from '#discord/command/option.ts';
import { en } from '#discord/texts/en.ts';
import { hedgePlanView } from '#discord/views/hedge/hedge-plan-view.ts';
import { z } from 'zod';

/** The name that the payoff has on the message. */
const PAYOFF = 'payoff.png';

/** Ratios that may be typed; what a server allows of them is its own. */
const MOST_RATIO = 3;

/** A programme ratio as it is typed. */
export const ratioOption = (description: string) =>
  option(z.number().min(0).max(MOST_RATIO), { description });

export const plan = defineCommand({
  name: 'plan',
  description: en.hedge.commands.plan,
  options: z.object({ to: ratioOption(en.hedge.commands.to).exactOptional(), personal: LOT.personal() }),
  isPrivate: isOwnBook,

  async run({ to, personal }, context) {
    const owner = ownerOf(context, personal);
    const report = await context.services.planHedge(owner, to, context.signal);
    return bookReply(context, owner, pictureReply(hedgePlanView(report, PAYOFF), report.picture, PAYOFF));
  },
});
