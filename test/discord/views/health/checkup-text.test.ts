import { describe, expect, it } from 'vitest';
import type { JudgedCheckup, MachineCheckup, SourceCheckup } from '#domain/health/checkup.ts';
import {
  conclusionLines,
  machineText,
  newestText,
  nextText,
  quotaText,
  troubleLines,
} from '#discord/views/health/checkup-text.ts';

const NOON = Date.UTC(2026, 11, 1, 17);
const HOUR = 3_600_000;

const MACHINE: readonly (readonly [MachineCheckup, boolean, string])[] = [
  [{ about: 'node', version: '22.1.0', isNewEnough: false }, false, '22.1.0: 24.12 or newer is needed'],
  [{ about: 'folder', isWritable: true, freeBytes: 3.5 * 1024 ** 3 }, true, 'can be written to, 3.5 GB free'],
  [{ about: 'folder', isWritable: false }, false, 'cannot be written to'],
  [{ about: 'store', state: 'usable', version: 3, newest: 3 }, true, 'version 3 of 3'],
  [{ about: 'store', state: 'corrupt', newest: 3 }, false, 'damaged: restore a copy'],
  [{ about: 'clock', ahead: 90_000, against: 'Discord' }, false, '90.0 s ahead of Discord'],
  [{ about: 'clock', ahead: -200, against: 'Discord' }, true, 'within 0.2 s of Discord'],
  [{ about: 'clock', against: 'Discord' }, true, 'not compared: Discord did not tell the time'],
  [{ about: 'releases' }, false, 'it has ended: no coming release is known'],
  [{ about: 'drawing', milliseconds: 420 }, true, 'drawn in 0.4 s'],
  [{ about: 'drawing', failure: 'no font' }, false, 'not drawn, so that alerts come without one: no font'],
  [{ about: 'token', isThere: false }, false, 'none: npm start opens the playground'],
];

describe('machineText', () => {
  it.each(MACHINE)('says of %o in plain words how it is', (part, isWell, text) => {
    expect(machineText(part, isWell)).toContain(text);
  });
});

function aSource(otherwise: Partial<SourceCheckup> = {}): SourceCheckup {
  return { name: 'Cboe', gives: 'closes', outcome: { kind: 'answered' }, ...otherwise };
}

describe('what a source has', () => {
  it.each([
    [{ month: '2026-10' }, 'Oct 2026'],
    [{ day: '2026-11-28' }, '2026-11-28, 4 d old'],
    [{ at: NOON - 15 * 60_000 }, '15 min old'],
  ])('tells the newest of %o with its age', (newest, text) => {
    expect(newestText(aSource({ outcome: { kind: 'answered', newest } }), NOON)).toBe(text);
  });

  it('says that there is nothing, or that nobody knows', () => {
    expect(newestText(aSource(), NOON)).toBe('nothing today');
    expect(newestText(aSource({ outcome: { kind: 'no-key' } }), NOON)).toBe('-');
    expect([quotaText(aSource()), nextText(aSource(), NOON)]).toEqual(['-', '-']);
  });
});

describe('troubleLines', () => {
  it('names the key that is missing, and what is done without it', () => {
    const source = aSource({ gives: 'breadth', key: 'POLYGON_API_KEY', outcome: { kind: 'no-key' } });
    expect(troubleLines(source, NOON)).toEqual([
      'No key: POLYGON_API_KEY switches it on.',
      'Without it breadth is unknown, and a checklist item stays open.',
    ]);
  });

  it('tells how long nobody answered', () => {
    const source = aSource({ outcome: { kind: 'late', timeout: 10_000 } });
    expect(troubleLines(source, NOON)[0]).toBe('No answer within 10 s.');
  });

  it('has nothing to say of a source that answers', () => {
    expect(troubleLines(aSource(), NOON)).toEqual([]);
  });
});

describe('conclusionLines', () => {
  const judged: JudgedCheckup = {
    at: NOON,
    verdict: 'well',
    isOffline: false,
    lacking: [],
    machine: [],
    sources: [],
  };

  it('says that all is there', () => {
    expect(conclusionLines(judged)).toEqual(['The bot has all that it needs.']);
  });

  it('names what nobody gives, and what the machine lacks', () => {
    const part: MachineCheckup = { about: 'clock', ahead: HOUR, against: 'Discord' };
    const lines = conclusionLines({
      ...judged,
      lacking: ['closes'],
      machine: [{ part, verdict: 'bad' }],
    });
    expect(lines).toEqual([
      expect.stringMatching(/^Not as the bot needs it: \w+/),
      'Nobody gives closes, which the bot needs.',
    ]);
  });
});
