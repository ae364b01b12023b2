import { ExpiredCard } from '#domain/problem.ts';
import type { CommandContext, ComponentEvent } from '#discord/command/command.ts';
import { defineQuestion } from '#discord/command/define-command.ts';
import { en } from '#discord/texts/en.ts';
import { cardView } from '#discord/views/signal/card-view.ts';
import { checklistView } from '#discord/views/checklist/checklist-views.ts';
import { readTickKey, type TickRequest } from '#discord/views/checklist/tick-link.ts';
import type { ChecklistReport } from '#services/checklist/show-checklist.ts';

export const show = defineQuestion(
  'show',
  en.checklist.commands.show,
  async ({ server, services }) => checklistView(await services.showChecklist(server)),
  {
    components: {
      tick: {
        access: 'steward',
        async act(event, context) {
          const { account } = await tick(event, context);
          return { view: checklistView(account) };
        },
      },

      'tick-card': {
        access: 'steward',
        async act(event, context) {
          const { account, request } = await tick(event, context);
          const { watermark } = account;
          const frame = {
            ...(watermark !== undefined && { watermark }),
            ...(request.mark !== undefined && { mark: request.mark }),
            ...(event.picture !== undefined && { picture: event.picture }),
          };
          return { view: cardView(account.card, frame) };
        },
      },
    },
  },
);

/** Marks what the button says, and reads back how the whole list stands: others may have clicked meanwhile. */
async function tick(
  { key }: ComponentEvent,
  { server, services, member, now }: CommandContext,
): Promise<{ readonly account: ChecklistReport; readonly request: TickRequest }> {
  const request = readTickKey(key);
  if (!request) {
    throw new ExpiredCard();
  }
  const { decisionId, item, ticked } = request;
  const account = await services.tick(server, decisionId, { item, ticked, by: member.id, at: now });
  return { account, request };
}
