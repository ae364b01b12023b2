import { bookReply, isOwnBook, ownerOf } from '#commands/book/book-question.ts';
import { LOT } from '#commands/book/lot-options.ts';
import type { CommandContext, Reply } from '#discord/command/command.ts';
import { defineCommand, pictureReply } from '#discord/command/define-command.ts';
import { option } from '#discord/command/option.ts';
import { en } from '#discord/texts/en.ts';
import { hedgePlanView, type PlanShown } from '#discord/views/hedge/hedge-plan-view.ts';
import { z } from 'zod';

/** The name that the payoff has on the message. */
const PAYOFF = 'payoff.png';

/** Ratios that may be typed; what a server allows of them is its own. */
const MOST_RATIO = 3;

const OWN = 'own';

/** A programme ratio as it is typed. */
export const ratioOption = (description: string) =>
  option(z.number().min(0).max(MOST_RATIO), { description });

export const plan = defineCommand({
  name: 'plan',
  description: en.hedge.commands.plan,
  options: z.object({ to: ratioOption(en.hedge.commands.to).exactOptional(), personal: LOT.personal() }),
  isPrivate: isOwnBook,

  async run({ to, personal }, context) {
    return planOf({ to, isOwn: personal === true, styles: 'recommended' }, context);
  },

  components: {
    styles: {
      access: 'everyone',
      async act({ key }, context) {
        const [to = '', whose] = key.split('|');
        const multiplier = to === '' ? undefined : Number(to);
        return planOf({ to: multiplier, isOwn: whose === OWN, styles: 'all' }, context);
      },
    },
  },
});

type PlanQuestion = {
  readonly to: number | undefined;
  readonly isOwn: boolean;
  readonly styles: PlanShown['styles'];
};

async function planOf({ to, isOwn, styles }: PlanQuestion, context: CommandContext): Promise<Reply> {
  const owner = ownerOf(context, isOwn);
  const report = await context.services.planHedge(owner, to, context.signal);
  const key = `${to ?? ''}|${isOwn ? OWN : ''}`;
  const mayAct = context.member.rank !== 'member';
  const view = hedgePlanView(report, { picture: PAYOFF, styles, mayAct, key });
  return bookReply(context, owner, pictureReply(view, report.picture, PAYOFF));
}
