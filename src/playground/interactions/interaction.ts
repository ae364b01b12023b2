import { isObject, isTrue, numberOf, textOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';

/** The numbers that Discord gives the kinds of interaction. */
export const INTERACTION = { command: 2, component: 3, autocomplete: 4, modalSubmit: 5 } as const;

export type InteractionType = (typeof INTERACTION)[keyof typeof INTERACTION];

/** The numbers that Discord gives the kinds of first answer. */
export const CALLBACK = {
  reply: 4,
  deferReply: 5,
  deferUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const;

/** What somebody did that the bot is told of. */
export type Interaction = {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly createdAt: number;
  readonly userId: string;
  readonly channelId: string;
  /** `signal now`; empty for what is no command. */
  readonly commandName: string;
  /** The message whose component was used, also when that opened the modal that is now submitted. */
  readonly sourceMessageId?: string;
  /** Whether the person waited too long. */
  readonly isExpired: boolean;
  /** Which answer came first; absent until one has. */
  readonly answeredBy?: number;
  /** The message that `@original` means, from the first answer on, if that has one. */
  readonly originalId?: string;
  /** What the answering messages say about where they come from. */
  readonly metadata: ApiObject;
};

/** What was just done: an interaction before it has an id and a token. */
export type Opened = Pick<
  Interaction,
  'type' | 'userId' | 'channelId' | 'commandName' | 'sourceMessageId' | 'metadata'
>;

/** Reads an interaction that was written as JSON; `undefined` for what is none. */
export function readInteraction(body: ApiObject | undefined): Interaction | undefined {
  const metadata = body?.['metadata'];
  const type = Object.values(INTERACTION).find((known) => known === body?.['type']);
  if (!isObject(metadata) || type === undefined) {
    return undefined;
  }
  const text = (key: string): string => textOf(body, key) ?? '';
  const optional = (key: string): object => (textOf(body, key) === undefined ? {} : { [key]: text(key) });
  const answeredBy = numberOf(body, 'answeredBy');
  return {
    id: text('id'),
    token: text('token'),
    type,
    createdAt: numberOf(body, 'createdAt') ?? 0,
    userId: text('userId'),
    channelId: text('channelId'),
    commandName: text('commandName'),
    isExpired: isTrue(body, 'isExpired'),
    metadata,
    ...optional('sourceMessageId'),
    ...optional('originalId'),
    ...(answeredBy !== undefined && { answeredBy }),
  };
}
