import { describe, expect, it } from 'vitest';
import type { MachineCheckup } from '#domain/health/checkup.ts';
import { judgeMachine } from '#engine/checkup/judge-machine.ts';

const NOW = Date.UTC(2026, 10, 28);
const DAY = 86_400_000;
const MEGABYTE = 1024 ** 2;

const judged = (part: MachineCheckup): string => judgeMachine(part, NOW);

describe('judgeMachine', () => {
  it('takes a clock that is off by up to three seconds for right, since HTTP tells whole seconds', () => {
    const clock = (ahead?: number): string =>
      judged({ about: 'clock', against: 'x', ...(ahead !== undefined && { ahead }) });
    expect([0, 2_900, -2_900].map(clock)).toEqual(['well', 'well', 'well']);
    expect([3_500, -29_000, undefined].map(clock)).toEqual(['notice', 'notice', 'notice']);
    expect([31_000, -3_600_000].map(clock)).toEqual(['bad', 'bad']);
  });

  it('warns before the release calendar ends, and needs one that has not ended', () => {
    const ends = (endsAt: number): string => judged({ about: 'releases', endsAt });
    expect([NOW + 15 * DAY, NOW + 13 * DAY, NOW - 1].map(ends)).toEqual(['well', 'notice', 'bad']);
    expect(judged({ about: 'releases' })).toBe('bad');
  });

  it('warns two months before the exchange calendar ends', () => {
    const until = (day: string): string => judged({ about: 'sessions', until: day });
    expect(['2028-12-31', '2026-12-31', '2026-11-27'].map(until)).toEqual(['well', 'notice', 'bad']);
  });

  it('needs a folder that can be written to and has room', () => {
    const folder = (freeBytes: number, isWritable = true): string =>
      judged({ about: 'folder', isWritable, freeBytes });
    expect(folder(5_000 * MEGABYTE)).toBe('well');
    expect(folder(400 * MEGABYTE)).toBe('notice');
    expect(folder(10 * MEGABYTE)).toBe('bad');
    expect(folder(5_000 * MEGABYTE, false)).toBe('bad');
    expect(judged({ about: 'folder', isWritable: true })).toBe('well');
  });

  it('has nothing against a store that is not there yet or that a running bot has', () => {
    const store = (state: 'absent' | 'in-use' | 'newer' | 'corrupt' | 'unreadable'): string =>
      judged({ about: 'store', state, newest: 7 });
    expect((['absent', 'in-use', 'newer', 'corrupt', 'unreadable'] as const).map(store)).toEqual([
      'well',
      'well',
      'bad',
      'bad',
      'bad',
    ]);
    expect(judged({ about: 'store', state: 'usable', version: 6, newest: 7 })).toBe('notice');
  });

  it('goes on without pictures, a token or an address, and not on an old Node', () => {
    expect(judged({ about: 'drawing', failure: 'no font' })).toBe('notice');
    expect(judged({ about: 'token', isThere: false })).toBe('notice');
    expect(judged({ about: 'contact', isThere: false })).toBe('notice');
    expect(judged({ about: 'node', version: '22.1.0', isNewEnough: false })).toBe('bad');
  });
});
