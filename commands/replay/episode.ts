import { defineCommand } from '#discord/command/define-command.ts';
import { option } from '#discord/command/option.ts';
import { en } from '#discord/texts/en.ts';
import { replayView } from '#discord/views/history/history-views.ts';
import { MINUTE } from '#domain/duration.ts';
import { z } from 'zod';

const texts = en.history.commands.episode;
const LONGEST_ID = 40;

/** Milliseconds: an episode's messages need minutes at Discord's pace, and its token ends after fifteen. */
const TIMEOUT = 14 * MINUTE;

export const episode = defineCommand({
  name: 'episode',
  description: texts.description,
  options: z.object({
    episode: option(z.string().max(LONGEST_ID), { description: texts.episode, autocomplete: true }),
  }),
  access: 'steward',
  timeout: TIMEOUT,

  async run({ episode: id }, { server, channel, services, signal, showProgress }) {
    const last = await services.playEpisode(
      { server, channel, episode: id },
      async (news) => showProgress(replayView(news)),
      signal,
    );
    return { view: replayView(last) };
  },

  complete({ typed }, { services }) {
    const wanted = typed.trim().toLowerCase();
    return services
      .episodes()
      .filter(({ id, title }) => `${id} ${title}`.toLowerCase().includes(wanted))
      .map(({ id, title }) => ({ name: `${id} · ${title}`, value: id }));
  },
});
