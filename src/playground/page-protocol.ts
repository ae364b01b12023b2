import type { PlaybackRequest, PlaybackState } from './playback.ts';

/**
 * What the page and the local Discord say to each other over the page's WebSocket, one JSON object a frame.
 *
 * Objects named `Api…` have the shape that Discord's REST API v10 gives them.
 */
export type ApiObject = { readonly [key: string]: unknown };

export type PageUser = {
  readonly id: string;
  readonly name: string;
  /** What this person may do, in words: `Member`, `Steward`, `Manage Server`. */
  readonly access: string;
};

export type PageChannel = { readonly id: string; readonly name: string; readonly topic: string };

/** An API message; `ephemeralFor` is the one person who sees it, absent when everybody does. */
export type PageMessage = ApiObject & { readonly id: string; readonly ephemeralFor?: string };

export type ToPage =
  | {
      readonly type: 'hello';
      readonly server: { readonly id: string; readonly name: string };
      readonly users: readonly PageUser[];
      readonly roles: readonly { readonly id: string; readonly name: string }[];
      readonly channels: readonly PageChannel[];
      /** By channel id, oldest first. */
      readonly messages: Readonly<Record<string, readonly PageMessage[]>>;
      readonly commands: readonly ApiObject[];
      readonly botOnline: boolean;
      /** Absent when nothing plays an episode here. */
      readonly playback?: PlaybackState;
    }
  | { readonly type: 'message'; readonly channelId: string; readonly message: PageMessage }
  | { readonly type: 'message-delete'; readonly channelId: string; readonly messageId: string }
  | { readonly type: 'commands'; readonly commands: readonly ApiObject[] }
  | { readonly type: 'bot'; readonly online: boolean }
  | { readonly type: 'playback'; readonly playback: PlaybackState }
  /** Where an interaction stands; `failed` after 3 s without an answer or when no bot is there. */
  | {
      readonly type: 'interaction';
      readonly ref: string;
      readonly state: 'acknowledged' | 'failed';
      readonly reason?: string;
    }
  | { readonly type: 'choices'; readonly ref: string; readonly choices: readonly ApiObject[] }
  /** The bot opened a modal: `modal` is `{custom_id, title, components}`. */
  | { readonly type: 'modal'; readonly ref: string; readonly modal: ApiObject }
  | { readonly type: 'refused'; readonly ref: string; readonly reason: string };

/** `ref` is the page's own name for what it asked; answers carry it. `userId` is who is acting. */
export type FromPage =
  | {
      readonly type: 'command';
      readonly ref: string;
      readonly userId: string;
      readonly channelId: string;
      readonly commandId: string;
      /** As in an interaction's `data.options`: sub-commands nest. */
      readonly options: readonly ApiObject[];
    }
  | {
      readonly type: 'autocomplete';
      readonly ref: string;
      readonly userId: string;
      readonly channelId: string;
      readonly commandId: string;
      /** The same, the option being typed marked `focused: true`. */
      readonly options: readonly ApiObject[];
    }
  | {
      readonly type: 'component';
      readonly ref: string;
      readonly userId: string;
      readonly channelId: string;
      readonly messageId: string;
      readonly customId: string;
      readonly componentType: number;
      readonly values?: readonly string[];
    }
  | {
      readonly type: 'modal-submit';
      readonly ref: string;
      readonly userId: string;
      readonly channelId: string;
      readonly customId: string;
      /** As in a modal submit's `data.components`. */
      readonly components: readonly ApiObject[];
    }
  | { readonly type: 'playback'; readonly ref: string; readonly request: PlaybackRequest };
