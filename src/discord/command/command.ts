import type { APIApplicationCommandBasicOption, APIModalInteractionResponseCallbackData } from 'discord.js';
import type { z } from 'zod';
import type { Services } from '#services/index.ts';
import type { Link } from '#discord/message/custom-id.ts';
import type { CardMark } from '#discord/message/marked-card.ts';
import type { View } from '#discord/message/view.ts';

/** Who may ask. Stewards carry the role that a server named; Manage Server is Discord's own permission. */
export type Access = 'everyone' | 'steward' | 'manageServer';

/** What somebody is in a server, in rising order of what they may do. */
export type Rank = 'member' | 'steward' | 'manageServer';

/** Whether everyone in the channel sees an answer, or only the person who asked. */
export type Audience = 'channel' | 'caller';

/** A file that an answer carries; the view shows it by a part that has its name. */
export type ReplyFile = {
  /** Letters, digits, `.`, `-` and `_`, as Discord keeps them; unique within an answer. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What it shows, in words; clipped to what Discord takes. */
  readonly description: string;
};

/** What a command answers with. Plain data, so that a test can read it. */
export type Reply = {
  readonly view: View;
  /**
   * At most ten, of 10 MiB each. They take the place of those on the message that is answered in; absent, those stay,
   * and an empty list takes them away.
   */
  readonly files?: readonly ReplyFile[];
  /** `caller` hides an answer that the command usually gives to the whole channel. */
  readonly audience?: 'caller';
  /** What the card that was pressed says of itself from now on, to everybody. */
  readonly cardMark?: CardMark;
};

export type CommandContext = {
  /** Discord's id of what is answered: what arrives twice under one id is done once. */
  readonly interaction: string;
  /** Discord ids. */
  readonly server: string;
  readonly channel: string;
  readonly member: { readonly id: string; readonly name: string; readonly rank: Rank };
  /** Discord's name for the language of the person who asks, such as `en-US`. */
  readonly locale: string;
  /** Market clock, epoch milliseconds (UTC). */
  readonly now: number;
  readonly services: Services;
  /** Everything that people can ask. */
  readonly commands: readonly CommandGroup[];
  /** Shows how far it has come; calls that follow each other too fast are left out, never the latest. */
  readonly showProgress: (view: View) => void;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
};

export type Choice = { readonly name: string; readonly value: string };

/** A click on a button, or what was chosen from a select. */
export type ComponentEvent = {
  /** The last part of the custom id: what the button is about. */
  readonly key: string;
  /** What was chosen; empty for buttons. */
  readonly values: readonly string[];
  /** What the picture on the message shows, in words; absent when there is none. */
  readonly picture?: string;
  /** What stands in the first box of code on the message; absent without one. */
  readonly codeBlock?: string;
  /** The first file that the message carries; absent when there is none. */
  readonly file?: { readonly name: string; readonly size: number; readonly url: string };
};

/** What a button or select does. */
export type ComponentHandler =
  | {
      readonly access: Access;
      /** The view takes the place of the message that was clicked on. */
      act(event: ComponentEvent, context: CommandContext): Promise<Reply>;
    }
  | {
      readonly access: Access;
      /** Opens a form, the one answer that is not put off, so it must come within a second; or answers privately. */
      open(event: ComponentEvent, context: CommandContext): Promise<ModalDraft | Reply>;
    };

/** A form to be filled in, and where it leads once it is sent. */
export type ModalDraft = Omit<APIModalInteractionResponseCallbackData, 'custom_id'> & {
  readonly form: Link;
  /** As on a `Reply`. */
  readonly cardMark?: CardMark;
};

/** A form that was filled in and sent. */
export type ModalHandler = {
  readonly access: Access;
  act(
    submission: { readonly key: string; readonly fields: Readonly<Record<string, string>> },
    context: CommandContext,
  ): Promise<Reply>;
};

/** A sub-command: what Discord is told, and what is done. */
export type Command<Options extends z.ZodType = z.ZodType> = {
  readonly name: string;
  readonly description: string;
  readonly definition: readonly APIApplicationCommandBasicOption[];
  /** Reads the options that Discord sends, by name. */
  readonly options: Options;
  readonly access: Access;
  readonly audience: Audience;
  /**
   * Whether these options, by name and not checked yet, make the answer the caller's alone. It is then hidden from
   * the first moment: not even that something was asked is shown to the channel.
   */
  isPrivate?(sent: Readonly<Record<string, unknown>>): boolean;
  /** Milliseconds after which nobody waits any more; a minute unless told. */
  readonly timeout?: number;
  run(options: z.output<Options>, context: CommandContext): Promise<Reply>;
  /** Offers values for an option that is being typed, at most 25. */
  complete?(
    typing: { readonly option: string; readonly typed: string },
    context: CommandContext,
  ): Promise<readonly Choice[]> | readonly Choice[];
  readonly components?: Readonly<Record<string, ComponentHandler>>;
  readonly modals?: Readonly<Record<string, ModalHandler>>;
};

/** A top-level command: the name that its sub-commands stand behind. */
export type CommandGroup = {
  readonly name: string;
  readonly description: string;
  readonly commands: readonly Command[];
};
