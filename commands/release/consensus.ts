import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { consensusView } from '#discord/views/releases/release-entry-views.ts';
import {
  completeRelease,
  FIGURE_OPTIONS,
  Figures,
  ReleaseName,
  releaseOption,
  typedFigures,
} from './figure-options.ts';

export const consensus = defineCommand({
  name: 'consensus',
  description: en.releases.commands.consensus,
  definition: [releaseOption(en.releases.commands.coming), ...FIGURE_OPTIONS],
  options: z.object({ release: ReleaseName, ...Figures }),
  access: 'steward',
  audience: 'channel',

  async run({ release, ...typed }, { server, services, member, signal }) {
    const entry = { release, by: member.id, figures: typedFigures(typed) };
    return { view: consensusView(await services.enterConsensus(server, entry, signal)) };
  },

  complete: ({ typed }, context) => completeRelease('coming', typed, context),
});
