import type { Access, Audience, Command, CommandContext, Reply } from './command.ts';
import { definitionOf } from './option.ts';
import type { View } from '#discord/message/view.ts';
import type { Picture } from '#domain/signal/signal-chart.ts';
import { z } from 'zod';

type Declaration<Options extends z.ZodObject> = Omit<
  Command<Options>,
  'definition' | 'access' | 'audience' | 'run'
> & {
  /** Everyone may ask unless told. */
  readonly access?: Access;
  /** The channel sees the answer unless told. */
  readonly audience?: Audience;
  run(options: z.output<Options>, context: CommandContext): Promise<Reply>;
};

/** A sub-command from its declaration: Discord is told of its options what their schemas say. */
export function defineCommand<Options extends z.ZodObject>(
  declaration: Declaration<Options>,
): Command<Options> {
  return {
    access: 'everyone',
    audience: 'channel',
    ...declaration,
    definition: definitionOf(declaration.options),
  };
}

const NO_OPTIONS = z.object({});

/**
 * A sub-command without options that everyone may ask.
 *
 * @param answer - what a service gives, as a view; a whole reply where it carries files
 */
export function defineQuestion(
  name: string,
  description: string,
  answer: (context: CommandContext) => Promise<View | Reply>,
  more: Partial<Pick<Command, 'access' | 'audience' | 'components' | 'modals'>> = {},
): Command<typeof NO_OPTIONS> {
  return defineCommand({
    name,
    description,
    options: NO_OPTIONS,
    ...more,
    async run(_, context) {
      const reply = await answer(context);
      return 'view' in reply ? reply : { view: reply };
    },
  });
}

/** An answer with its picture; without one, where none was drawn. */
export function pictureReply(view: View, picture: Picture | undefined, name: string): Reply {
  return picture ? { view, files: [{ name, bytes: picture.png, description: picture.altText }] } : { view };
}
