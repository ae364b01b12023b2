/** The numbers that Discord gives the kinds of interaction. */
export const INTERACTION = { command: 2, component: 3, autocomplete: 4, modalSubmit: 5 } as const;

export type InteractionType = (typeof INTERACTION)[keyof typeof INTERACTION];

/** The numbers that Discord gives the kinds of first answer. */
export const CALLBACK = {
  pong: 1,
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
  readonly metadata: Readonly<Record<string, unknown>>;
};
