import { randomBytes } from 'node:crypto';
import { ApiError } from '../api-error.ts';
import { isObject, isTrue, numberOf, textOf } from '../json.ts';
import type { ApiObject } from '../page-protocol.ts';
import type { Timers } from '../timers.ts';
import type { World } from '../world/world.ts';
import { INTERACTION, type Interaction, type InteractionType } from './interaction.ts';

/** How long the bot has for its first answer. */
export const FIRST_ANSWER_WITHIN = 3000;
/** How long an interaction's token opens its messages. */
export const TOKEN_LIFE = 15 * 60_000;

export const NOT_RESPONDED = 'The application did not respond';

export type Opened = Pick<
  Interaction,
  'type' | 'userId' | 'channelId' | 'commandName' | 'sourceMessageId' | 'metadata'
>;

/** The interactions of this run and, by their tokens, the answered ones of earlier runs. */
export interface InteractionBook {
  open(opened: Opened): Interaction;
  /** Begins to count down to "did not respond". */
  startWaiting(id: string): void;
  /** @throws ApiError 10062 when nobody waits for an answer to it, 40060 when it has had its first one */
  forFirstAnswer(id: string, token: string): Interaction;
  /** @throws ApiError 10015 when there is no such token or no answer yet, 50027 when it is too old */
  forFollowUp(applicationId: string, token: string): Interaction;
  /** Notes the first answer, after which the token opens the interaction's messages. */
  answer(interaction: Interaction, answeredBy: number, originalId?: string): Interaction;
  /** Tells whoever waits that there will be no answer. */
  fail(id: string, reason: string): void;
  stop(): void;
}

export function createInteractionBook(world: World, timers: Timers): InteractionBook {
  const open = new Map<string, Interaction>();
  const waits = new Map<string, () => void>();
  const { interactions } = world.store;
  const settle = (id: string): void => {
    waits.get(id)?.();
    waits.delete(id);
  };

  const book: InteractionBook = {
    open(opened) {
      const id = world.nextId();
      const token = Buffer.from(`interaction:${id}:${randomBytes(48).toString('hex')}`).toString('base64url');
      const interaction = { ...opened, id, token, createdAt: world.now(), isExpired: false };
      interactions.prune(world.now() - TOKEN_LIFE);
      open.set(id, interaction);
      return interaction;
    },
    startWaiting(id) {
      waits.set(
        id,
        timers.after(FIRST_ANSWER_WITHIN, () => book.fail(id, NOT_RESPONDED)),
      );
    },
    forFirstAnswer(id, token) {
      const interaction = open.get(id);
      if (!interaction || interaction.token !== token || interaction.isExpired) {
        const answered = fromFile(interactions.findByToken(token));
        throw new ApiError(answered?.id === id ? 'alreadyAcknowledged' : 'unknownInteraction');
      }
      return interaction;
    },
    forFollowUp(applicationId, token) {
      const interaction = fromFile(interactions.findByToken(token));
      if (!interaction || interaction.metadata['application_id'] !== applicationId) {
        throw new ApiError('unknownWebhook');
      }
      if (world.now() - interaction.createdAt > TOKEN_LIFE) {
        throw new ApiError('invalidWebhookToken');
      }
      return interaction;
    },
    answer(interaction, answeredBy, originalId) {
      const answered = { ...interaction, answeredBy, ...(originalId !== undefined && { originalId }) };
      settle(interaction.id);
      open.delete(interaction.id);
      interactions.put(answered, { ...answered });
      return answered;
    },
    fail(id, reason) {
      const interaction = open.get(id);
      settle(id);
      if (interaction && !interaction.isExpired) {
        open.set(id, { ...interaction, isExpired: true });
        world.events.publish({ kind: 'failed', interactionId: id, reason });
      }
    },
    stop() {
      for (const id of [...waits.keys()]) {
        settle(id);
      }
    },
  };
  return book;
}

function fromFile(body: ApiObject | undefined): Interaction | undefined {
  const metadata = body?.['metadata'];
  if (!body || !isObject(metadata)) {
    return undefined;
  }
  const sourceMessageId = textOf(body, 'sourceMessageId');
  const originalId = textOf(body, 'originalId');
  const answeredBy = numberOf(body, 'answeredBy');
  return {
    id: textOf(body, 'id') ?? '',
    token: textOf(body, 'token') ?? '',
    type: typeOf(numberOf(body, 'type')),
    createdAt: numberOf(body, 'createdAt') ?? 0,
    userId: textOf(body, 'userId') ?? '',
    channelId: textOf(body, 'channelId') ?? '',
    commandName: textOf(body, 'commandName') ?? '',
    isExpired: isTrue(body, 'isExpired'),
    metadata,
    ...(sourceMessageId !== undefined && { sourceMessageId }),
    ...(originalId !== undefined && { originalId }),
    ...(answeredBy !== undefined && { answeredBy }),
  };
}

function typeOf(number: number | undefined): InteractionType {
  return Object.values(INTERACTION).find((type) => type === number) ?? INTERACTION.command;
}
