import type { ApiObject } from '#playground/page-protocol.ts';

/** Who does something, and where. */
export type Acting = { readonly userId: string; readonly channelId: string };

export type CommandUse = Acting & {
  readonly commandId: string;
  /** As in an interaction's `data.options`: sub-commands nest. */
  readonly options: readonly ApiObject[];
  /** Whether the server's administrators let this person use what its definition keeps for others. */
  readonly isOverridden?: boolean;
};

export type ComponentUse = Acting & {
  readonly messageId: string;
  readonly customId: string;
  /** What was chosen from a list; absent for a button. */
  readonly values?: readonly string[];
};

export type ModalUse = Acting & {
  readonly customId: string;
  /** As in a modal submit's `data.components`. */
  readonly components: readonly ApiObject[];
};

/** What somebody tried cannot be done; `message` is a sentence for them. */
export class Refused extends Error {}
