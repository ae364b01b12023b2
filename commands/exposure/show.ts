import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { exposureView } from '#discord/views/hedge/exposure-view.ts';
import { LOT_OPTIONS, LotField } from '#commands/book/lot-options.ts';
import { bookReply, isOwnBook, ownerOf } from '#commands/book/owner.ts';
import { withPicture } from './with-picture.ts';

const NAME = 'exposure.png';

export const show = defineCommand({
  name: 'show',
  description: en.commands.exposureShow.description,
  definition: [LOT_OPTIONS.personal],
  options: z.object({ personal: LotField.personal }),
  access: 'everyone',
  audience: 'channel',
  isPrivate: isOwnBook,

  async run({ personal }, context) {
    const owner = ownerOf(context, personal);
    const report = await context.services.showExposure(owner, context.signal);
    const reply = await bookReply(context, owner, exposureView(report, NAME));
    return withPicture(reply, report.picture, NAME);
  },
});
