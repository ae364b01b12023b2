import { z } from 'zod';
import { newYorkInstant } from '#calendar/new-york.ts';
import { MINUTE } from '#domain/duration.ts';

/** Cboe's free quotes are a quarter of an hour late. */
const DELAY = 15 * MINUTE;

const Amount = z.number().nullish();

/** What Cboe says of one index, fifteen minutes late. Its times are New York's, without saying so; `timestamp` is UTC. */
const Facts = z.object({
  symbol: z.string().optional(),
  current_price: Amount,
  close: Amount,
  last_trade_time: z.iso.datetime({ local: true }).nullish(),
});

const Stamp = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}/);

export const DelayedQuote = z.object({ timestamp: Stamp, data: Facts });

/** A chain as Cboe sends it: 0 stands for a side that nobody quotes and for a volatility that was not computed. */
export const DelayedChain = z.object({
  timestamp: Stamp,
  data: Facts.extend({
    options: z.array(z.object({ option: z.string(), bid: Amount, ask: Amount, iv: Amount })),
  }),
});

export type DelayedFacts = z.output<typeof DelayedQuote>;

/**
 * When the price held: at the last trade, or where none is named, a quarter of an hour before the body was written.
 *
 * @returns epoch milliseconds (UTC)
 */
export function heldAt({ timestamp, data }: DelayedFacts): number {
  const written = Date.parse(`${timestamp.slice(0, 19).replace(' ', 'T')}Z`);
  const traded = data.last_trade_time;
  if (!traded) {
    return written - DELAY;
  }
  const [day = '', time = ''] = traded.split('T');
  const seconds = Number(time.slice(6, 8) || '0');
  return newYorkInstant(day, time.slice(0, 5)) + seconds * 1000;
}

/** An amount that a market can have; 0, less and nothing are `undefined`. */
export function positive(amount: number | null | undefined): number | undefined {
  return typeof amount === 'number' && Number.isFinite(amount) && amount > 0 ? amount : undefined;
}
