import type {
  APIEmbed,
  APIMessageTopLevelComponent,
  APIModalInteractionResponseCallbackData,
  ApplicationCommandOptionType,
  MessageFlags,
} from 'discord.js';

import type { ClassicMessage } from '#discord/message/classic-message.ts';

/** A file as discord.js takes it. */
export type MessageFile = {
  readonly name: string;
  readonly attachment: Buffer;
  readonly description: string;
};

/** What a message is edited with. */
export type MessageBody = {
  readonly components: APIMessageTopLevelComponent[];
  /** Absent, a message keeps the files that it has. */
  readonly files?: readonly MessageFile[];
  readonly flags: MessageFlags.IsComponentsV2;
};

/** A message that one person alone sees. */
export type PrivateBody = {
  readonly components: APIMessageTopLevelComponent[];
  readonly files?: readonly MessageFile[];
  readonly flags: readonly (MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral)[];
};

/** A message that everybody in the channel sees; its files are fetched from where Discord keeps them. */
export type PublicBody = {
  readonly components: APIMessageTopLevelComponent[];
  readonly files: readonly {
    readonly name: string;
    readonly attachment: string;
    readonly description?: string;
  }[];
  readonly flags: MessageFlags.IsComponentsV2;
};

/** An answer of ours as Discord gives it back. */
export interface SentAnswer {
  readonly embeds: readonly { toJSON(): unknown }[];
  readonly components: readonly { toJSON(): unknown }[];
  readonly attachments: {
    map<T>(read: (attachment: SeenFile) => T): T[];
    first(): SeenFile | undefined;
  };
  readonly flags: { has(flag: MessageFlags.Ephemeral): boolean };
  edit(body: CardBody): Promise<unknown>;
}

/** What a card of ours is edited with; its files stay. */
export type CardBody = {
  readonly embeds: APIEmbed[];
  readonly components: ClassicMessage['components'][number][];
};

interface SeenFile {
  readonly name: string;
  readonly description: string | null;
  readonly size: number;
  readonly url: string;
}

/** The message that answers an interaction, reached by the interaction's own token. */
export interface AnswerMessage {
  editMessage(message: '@original', body: MessageBody): Promise<unknown>;
  fetchMessage(
    message: '@original',
  ): Promise<{ readonly flags: { has(flag: MessageFlags.Loading): boolean } }>;
  deleteMessage(message: '@original'): Promise<unknown>;
  send(body: PrivateBody | PublicBody): Promise<unknown>;
}

/** The part of discord.js's interactions that every answer needs. */
export interface AnyInteraction {
  readonly id: string;
  readonly guildId: string | null;
  readonly channelId: string | null;
  readonly locale: string;
  readonly user: { readonly id: string; readonly displayName: string };
  /** With the guild in the cache an object that knows roles, else the plain list of Discord's. */
  readonly member: { readonly roles: unknown } | null;
  readonly memberPermissions: { has(permission: bigint): boolean } | null;
}

/** An interaction that has a message to answer with. */
export interface RepliableInteraction extends AnyInteraction {
  readonly webhook: AnswerMessage;
}

/** An option as Discord sends it; sub-commands hold the options below them. */
export interface SentOption {
  readonly name: string;
  readonly type: ApplicationCommandOptionType;
  readonly value?: string | number | boolean | undefined;
  /** The file that the value names, for an option that takes one. */
  readonly attachment?:
    | { readonly id: string; readonly name: string; readonly size: number; readonly url: string }
    | undefined;
  readonly options?: readonly SentOption[] | undefined;
}

export interface CommandInteraction extends RepliableInteraction {
  readonly commandName: string;
  readonly options: { readonly data: readonly SentOption[] };
  deferReply(options: { flags?: MessageFlags.Ephemeral }): Promise<unknown>;
}

export interface AutocompleteInteraction extends AnyInteraction {
  readonly commandName: string;
  readonly options: {
    readonly data: readonly SentOption[];
    getFocused(whole: true): { readonly name: string; readonly value: string };
  };
  respond(choices: readonly { name: string; value: string }[]): Promise<unknown>;
}

export interface ComponentInteraction extends RepliableInteraction {
  readonly customId: string;
  /** What was chosen; absent on buttons. */
  readonly values?: readonly string[];
  readonly message: SentAnswer;
  deferUpdate(): Promise<unknown>;
  showModal(modal: APIModalInteractionResponseCallbackData): Promise<unknown>;
}

export interface ModalInteraction extends RepliableInteraction {
  readonly customId: string;
  readonly fields: { readonly fields: { map<T>(read: (field: unknown) => T): T[] } };
  /** Whether the form was opened from a message of ours, which the answer may then take the place of. */
  isFromMessage(): boolean;
  readonly message: SentAnswer | null;
  deferUpdate(): Promise<unknown>;
  deferReply(options: { flags?: MessageFlags.Ephemeral }): Promise<unknown>;
}
