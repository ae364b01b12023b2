import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { backtestFiles, backtestNews, backtestView } from '#discord/views/history/backtest-views.ts';
import { MINUTE } from '#domain/duration.ts';

const LONGEST = 50;

/** Milliseconds: seconds on a machine of its own, minutes where others work beside it. */
const TIMEOUT = 10 * MINUTE;

export const backtest = defineCommand({
  name: 'backtest',
  description: en.history.commands.backtest.description,
  definition: [
    {
      name: 'preset',
      description: en.history.commands.backtest.preset,
      type: ApplicationCommandOptionType.String,
      autocomplete: true,
      max_length: LONGEST,
    },
  ],
  options: z.object({ preset: z.string().max(LONGEST).optional() }),
  access: 'steward',
  audience: 'channel',
  timeout: TIMEOUT,

  async run({ preset }, { services, signal, showProgress }) {
    const wish = preset === undefined ? {} : { preset };
    const account = await services.backtest(wish, (news) => showProgress(backtestNews(news)), signal);
    return { view: backtestView(account), files: backtestFiles(account) };
  },

  complete({ typed }, { services }) {
    const wanted = typed.trim().toLowerCase();
    return services
      .presets()
      .filter(({ name }) => name.includes(wanted))
      .map(({ name }) => ({ name, value: name }));
  },
});
