import { randomBytes } from 'node:crypto';
import { ApiError } from '#playground/api-error.ts';
import type { Timers } from '#playground/timers.ts';
import type { World } from '#playground/world/world.ts';
import { type Interaction, type Opened, readInteraction } from './interaction.ts';
import { textOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';

/** How long the bot has for its first answer. */
const FIRST_ANSWER_WITHIN = 3000;
/** How long an interaction's token opens its messages. */
const TOKEN_LIFE = 15 * 60_000;

const NOT_RESPONDED = 'The application did not respond';

/** The interactions of this run and, by their tokens, the answered ones of earlier runs. */
export class InteractionBook {
  readonly #world: World;
  readonly #timers: Timers;
  /** Those that had no first answer; the failed ones too, while their tokens would have lived. */
  readonly #open = new Map<string, Interaction>();
  readonly #waits = new Map<string, () => void>();

  constructor(world: World, timers: Timers) {
    this.#world = world;
    this.#timers = timers;
  }

  open(opened: Opened): Interaction {
    const createdAt = this.#world.now();
    this.#forgetBefore(createdAt - TOKEN_LIFE);
    const id = this.#world.nextId();
    const token = Buffer.from(`interaction:${id}:${randomBytes(48).toString('hex')}`).toString('base64url');
    const interaction = { ...opened, id, token, createdAt, isExpired: false };
    this.#open.set(id, interaction);
    return interaction;
  }

  /** Begins to count down to "did not respond". */
  startWaiting(id: string): void {
    this.#waits.set(
      id,
      this.#timers.after(FIRST_ANSWER_WITHIN, () => this.fail(id, NOT_RESPONDED)),
    );
  }

  /** @throws ApiError 10062 when nobody waits for an answer to it, 40060 when it has had its first one */
  forFirstAnswer(id: string, token: string): Interaction {
    const interaction = this.#open.get(id);
    if (interaction?.token === token && !interaction.isExpired) {
      return interaction;
    }
    throw new ApiError(this.#answered(token)?.id === id ? 'alreadyAcknowledged' : 'unknownInteraction');
  }

  /** @throws ApiError 10015 when there is no such token or no answer yet, 50027 when it is too old */
  forFollowUp(applicationId: string, token: string): Interaction {
    const interaction = this.#answered(token);
    if (interaction?.metadata['application_id'] !== applicationId) {
      throw new ApiError('unknownWebhook');
    }
    if (this.#world.now() - interaction.createdAt > TOKEN_LIFE) {
      throw new ApiError('invalidWebhookToken');
    }
    return interaction;
  }

  /** Notes the first answer, after which the token opens the interaction's messages. */
  answer(interaction: Interaction, answeredBy: number, originalId?: string): Interaction {
    const answered = { ...interaction, answeredBy, ...(originalId !== undefined && { originalId }) };
    this.#stopWaiting(interaction.id);
    this.#open.delete(interaction.id);
    this.#world.store.interactions.put(answered, answered);
    return answered;
  }

  /** Tells whoever waits that there will be no answer. */
  fail(id: string, reason: string): void {
    this.#stopWaiting(id);
    const interaction = this.#open.get(id);
    if (interaction && !interaction.isExpired) {
      this.#open.set(id, { ...interaction, isExpired: true });
      this.#world.events.publish({ kind: 'failed', interactionId: id, reason });
    }
  }

  stop(): void {
    for (const stopWaiting of this.#waits.values()) {
      stopWaiting();
    }
    this.#waits.clear();
  }

  #answered(token: string): Interaction | undefined {
    return readInteraction(this.#world.store.interactions.findByToken(token));
  }

  #stopWaiting(id: string): void {
    this.#waits.get(id)?.();
    this.#waits.delete(id);
  }

  /** An answered one is kept a while longer: its token is then too old, not unknown. */
  #forgetBefore(createdAt: number): void {
    this.#world.store.interactions.prune(createdAt - TOKEN_LIFE);
    for (const interaction of this.#open.values()) {
      if (interaction.createdAt < createdAt) {
        this.#open.delete(interaction.id);
      }
    }
  }
}

export type OpenModal = { readonly modal: ApiObject; readonly from: Interaction };

/** The forms that people have open, each person's last one of a name. */
export interface OpenModals {
  /** An interaction that may be answered with a form. */
  note(interaction: Interaction): void;
  /** A form can be sent once. */
  take(userId: string, customId: string): OpenModal | undefined;
}

export function createOpenModals(world: World): OpenModals {
  const waiting = new Map<string, Interaction>();
  const open = new Map<string, OpenModal>();
  const keyOf = (userId: string, customId: string): string => `${userId} ${customId}`;

  world.events.subscribe((event) => {
    if (!('interactionId' in event)) {
      return;
    }
    const from = waiting.get(event.interactionId);
    waiting.delete(event.interactionId);
    if (event.kind === 'modal' && from) {
      open.set(keyOf(from.userId, textOf(event.modal, 'custom_id') ?? ''), { modal: event.modal, from });
    }
  });
  return {
    note(interaction) {
      waiting.set(interaction.id, interaction);
    },
    take(userId, customId) {
      const modal = open.get(keyOf(userId, customId));
      open.delete(keyOf(userId, customId));
      return modal;
    },
  };
}
