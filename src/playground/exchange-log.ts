import type { ApiObject } from './page-protocol.ts';

/** A REST request of the bot and what it was answered. */
export type RestExchange = {
  readonly kind: 'rest';
  /** Epoch milliseconds. */
  readonly at: number;
  readonly method: string;
  /** Below `/api/v10`, without the query. */
  readonly path: string;
  /** As Discord's OpenAPI document writes the path; absent when no route fits. */
  readonly route?: string;
  readonly query: Readonly<Record<string, string>>;
  readonly isMultipart: boolean;
  readonly body: unknown;
  readonly files: readonly { readonly name: string; readonly contentType: string; readonly size: number }[];
  readonly status: number;
  readonly answer: unknown;
  readonly answerHeaders: Readonly<Record<string, string>>;
  /** Whether a fault kept the answer from the bot. */
  readonly isLost: boolean;
};

/** Something that the bot was told over the gateway. */
export type GatewayDispatch = {
  readonly kind: 'dispatch';
  readonly at: number;
  readonly event: string;
  readonly content: ApiObject;
};

export type Exchange = RestExchange | GatewayDispatch;

/** Enough for a test and for looking back; an open playground must not grow for ever. */
const MOST_KEPT = 5000;

export interface ExchangeLog {
  add(exchange: Exchange): void;
  /** The latest ones, oldest first. */
  all(): readonly Exchange[];
}

export function createExchangeLog(): ExchangeLog {
  let stored: Exchange[] = [];
  return {
    add(exchange) {
      stored.push(exchange);
      if (stored.length > MOST_KEPT * 2) {
        stored = stored.slice(-MOST_KEPT);
      }
    },
    all: () => stored.slice(-MOST_KEPT),
  };
}
