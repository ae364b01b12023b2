import { z } from 'zod';
import { defineCommand } from '#discord/command/define-command.ts';
import { en } from '#discord/texts/en.ts';
import { consensusView } from '#discord/views/releases/release-entry-views.ts';
import { completeRelease, FIGURES, releaseOption, typedFigures } from './figure-options.ts';

export const consensus = defineCommand({
  name: 'consensus',
  description: en.releases.commands.consensus,
  options: z.object({ release: releaseOption(en.releases.commands.coming), ...FIGURES }),
  access: 'steward',

  async run({ release, ...figures }, { server, services, member, signal }) {
    const entry = { release, by: member.id, figures: typedFigures(figures) };
    return { view: consensusView(await services.enterConsensus(server, entry, signal)) };
  },

  complete: ({ typed }, context) => completeRelease('coming', typed, context),
});
