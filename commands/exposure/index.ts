import { bookReply, defineBookQuestion } from '#commands/book/book-question.ts';
import { whatIf } from './what-if.ts';
import type { CommandGroup } from '#discord/command/command.ts';
import { defineQuestion, pictureReply } from '#discord/command/define-command.ts';
import { en } from '#discord/texts/en.ts';
import { condorsView } from '#discord/views/hedge/condors-view.ts';
import { exposureHistoryView } from '#discord/views/hedge/exposure-history-view.ts';
import { exposureView } from '#discord/views/hedge/exposure-view.ts';

const texts = en.hedge.commands;

const show = defineBookQuestion('show', texts.exposureShow, async (owner, { services, signal }) => {
  const report = await services.showExposure(owner, signal);
  return pictureReply(exposureView(report, 'exposure.png'), report.picture, 'exposure.png');
});

const condors = defineBookQuestion('condors', texts.condorView, async (owner, { services, signal }) => ({
  view: condorsView(await services.condors(owner, signal)),
}));

const history = defineQuestion('history', texts.history, async (context) => {
  const { server, services, signal } = context;
  const report = await services.exposureHistory(server, signal);
  const view = exposureHistoryView(report, 'ratio.png');
  return bookReply(context, { server }, pictureReply(view, report.picture, 'ratio.png'));
});

export const exposure: CommandGroup = {
  name: 'exposure',
  description: texts.exposure,
  commands: [show, whatIf, history, condors],
};
