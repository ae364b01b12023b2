import { completePreset, presetOption } from '#commands/thresholds/threshold-options.ts';
import { defineCommand } from '#discord/command/define-command.ts';
import { en } from '#discord/texts/en.ts';
import { backtestFiles, backtestNews, backtestView } from '#discord/views/history/history-views.ts';
import { MINUTE } from '#domain/duration.ts';
import { z } from 'zod';

const texts = en.history.commands.backtest;

/** Milliseconds: seconds on a machine of its own, minutes where others work beside it. */
const TIMEOUT = 10 * MINUTE;

export const backtest = defineCommand({
  name: 'backtest',
  description: texts.description,
  options: z.object({ preset: presetOption(texts.preset).exactOptional() }),
  access: 'steward',
  timeout: TIMEOUT,

  async run(wish, { services, signal, showProgress }) {
    const report = await services.backtest(wish, (news) => showProgress(backtestNews(news)), signal);
    return { view: backtestView(report), files: backtestFiles(report) };
  },

  complete: completePreset,
});
