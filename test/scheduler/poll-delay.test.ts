import { describe, expect, it } from 'vitest';
import { pollDelay } from '../../src/scheduler/poll-delay.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Every instant at which figures are asked for, in milliseconds after the release, until `end`. */
function instants(end: number): number[] {
  const asked = [0];
  for (let at = pollDelay(0); at <= end; at += pollDelay(at)) {
    asked.push(at);
  }
  return asked;
}

describe('pollDelay', () => {
  it.each([
    ['every two seconds for the first minute', 0, MINUTE, 2 * SECOND],
    ['every five seconds until the third', MINUTE, 3 * MINUTE, 5 * SECOND],
    ['every minute until the thirtieth', 3 * MINUTE, 30 * MINUTE, MINUTE],
    ['every hour after that', 30 * MINUTE, 30 * MINUTE + 6 * 60 * MINUTE, 60 * MINUTE],
  ])('asks %s', (_words, from, until, every) => {
    const asked = instants(until).filter((at) => at >= from);
    expect(asked).toEqual(Array.from({ length: (until - from) / every + 1 }, (_, n) => from + n * every));
  });

  it('comes to the same instants after an answer that took its time', () => {
    expect(pollDelay(61_700)).toBe(3_300);
    expect(pollDelay(30 * MINUTE + 4 * SECOND)).toBe(60 * MINUTE - 4 * SECOND);
  });
});
