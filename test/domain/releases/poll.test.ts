import { describe, expect, it } from 'vitest';
import { type Pace, nextPollAt, pollDelay } from '#domain/releases/poll.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Every instant at which figures are asked for, in milliseconds after the release, until `end`. */
function instants(pace: Pace, end: number): number[] {
  const asked = [0];
  for (let at = nextPollAt(pace, 0); at <= end; at = nextPollAt(pace, at)) {
    asked.push(at);
  }
  return asked;
}

describe('nextAsk', () => {
  it.each([
    ['every two seconds for the first minute', 0, MINUTE, 2 * SECOND],
    ['every five seconds until the third', MINUTE, 3 * MINUTE, 5 * SECOND],
    ['every minute until the thirtieth', 3 * MINUTE, 30 * MINUTE, MINUTE],
    ['every hour after that', 30 * MINUTE, 30 * MINUTE + 6 * HOUR, HOUR],
  ])('asks with a key %s', (_words, from, until, every) => {
    const asked = instants('keyed', until).filter((at) => at >= from);
    expect(asked).toEqual(Array.from({ length: (until - from) / every + 1 }, (_, n) => from + n * every));
  });

  it('asks without a key at 0, 3, 8, 15, 30, 60 and 120 seconds, then every three minutes', () => {
    const first = [0, 3, 8, 15, 30, 60, 120].map((seconds) => seconds * SECOND);
    const then = [5, 8, 11, 14, 17, 20, 23, 26, 29].map((minutes) => minutes * MINUTE);
    expect(instants('keyless', 30 * MINUTE - 1)).toEqual([...first, ...then]);
  });

  it('has asked without a key 18 times after an hour and a half, and then asks every six hours', () => {
    expect(instants('keyless', 90 * MINUTE)).toHaveLength(18);
    expect(instants('keyless', 24 * HOUR).slice(16)).toEqual(
      [30, 90, 450, 810, 1_170].map((minutes) => minutes * MINUTE),
    );
  });

  it.each([
    ['keyless', 25],
    ['keyed', 500],
  ] as const)('stays %s within %d on a day on which nothing is published', (pace, quota) => {
    expect(instants(pace, 24 * HOUR).length).toBeLessThanOrEqual(quota);
  });

  it('comes to the same instants after an answer that took its time', () => {
    expect(nextPollAt('keyed', 61_700)).toBe(65_000);
    expect(nextPollAt('keyless', 61_700)).toBe(120_000);
    expect(nextPollAt('keyed', 30 * MINUTE + 4 * SECOND)).toBe(90 * MINUTE);
  });
});

describe('pollDelay', () => {
  it.each(['keyed', 'keyless'] as const)('wakes %s each hour, half past, for people to be told', (pace) => {
    const woken: number[] = [];
    for (let at = 29 * MINUTE; at < 6 * HOUR; at += pollDelay(pace, at)) {
      woken.push(at / MINUTE);
    }
    expect(woken).toEqual(expect.arrayContaining([30, 90, 150, 210, 270, 330]));
  });

  it('wakes for the next time of asking before that', () => {
    expect(pollDelay('keyed', 61_700)).toBe(3_300);
    expect(pollDelay('keyless', 3 * SECOND)).toBe(5 * SECOND);
  });
});
