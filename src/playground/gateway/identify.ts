import { numberOf, textOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import { ALL_INTENTS, type CloseReason, PRIVILEGED } from './codes.ts';

/** Why a bot that identifies itself so is not let in; `undefined` when it is. */
export function refusalOf(content: ApiObject, botToken: string): CloseReason | undefined {
  if (bareToken(content) !== botToken) {
    return 'authenticationFailed';
  }
  if (!isShard(content['shard'] ?? [0, 1])) {
    return 'invalidShard';
  }
  return refusalOfIntents(numberOf(content, 'intents') ?? -1);
}

export function bareToken(content: ApiObject): string {
  return (textOf(content, 'token') ?? '').replace(/^Bot /, '');
}

function isShard(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 2) {
    return false;
  }
  const [id, count] = value.map(Number);
  return id !== undefined && count !== undefined && id >= 0 && id < count;
}

function refusalOfIntents(intents: number): CloseReason | undefined {
  if (!Number.isInteger(intents) || intents < 0 || intents > ALL_INTENTS) {
    return 'invalidIntents';
  }
  return (intents & PRIVILEGED) === 0 ? undefined : 'disallowedIntents';
}
