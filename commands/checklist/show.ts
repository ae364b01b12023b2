import { ExpiredCard } from '#domain/problem.ts';
import type { CommandContext, Reply } from '#discord/command/command.ts';
import { defineQuestion } from '#discord/command/define-command.ts';
import { en } from '#discord/texts/en.ts';
import { checklistView } from '#discord/views/checklist/checklist-views.ts';
import { readTickChoice } from '#discord/views/checklist/tick-select.ts';
import type { CardNews } from '#domain/delivery/card-news.ts';
import type { ChecklistReport } from '#services/checklist/show-checklist.ts';

export const show = defineQuestion(
  'show',
  en.checklist.commands.show,
  async (context) => answer(await context.services.showChecklist(context.server), context),
  {
    audience: 'caller',
    components: {
      open: {
        access: 'everyone',
        async act({ key }, context) {
          const report = await context.services.showCard(context.server, key);
          return { ...answer(report, context), audience: 'caller' };
        },
      },

      choose: {
        access: 'steward',
        async act({ key, values }, context) {
          const choice = readTickChoice(key, values);
          if (!choice) {
            throw new ExpiredCard();
          }
          const { server, services, member, now, signal } = context;
          const { decisionId, changes } = choice;
          for (const change of changes) {
            await services.tick(server, decisionId, { ...change, by: member.id, at: now });
          }
          const report = await services.showCard(server, decisionId);
          await services.markPosted(server, { decisionId, news: countOf(report) }, signal);
          return answer(report, context);
        },
      },
    },
  },
);

function countOf({ checklist: { answers, ticks } }: ChecklistReport): CardNews {
  const done = answers.filter(({ item }) => ticks.some((tick) => tick.item === item)).length;
  return { kind: 'ticked', done, all: answers.length };
}

function answer(report: ChecklistReport, { member }: CommandContext): Reply {
  return { view: checklistView(report, member.rank !== 'member') };
}
