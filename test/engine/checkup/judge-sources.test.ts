import { describe, expect, it } from 'vitest';
import type { ExaminationOutcome, SourceCapability, SourceCheckup } from '#domain/health/checkup.ts';
import { isOffline, judgeSource, missingCapabilities } from '#engine/checkup/judge-sources.ts';
import { judgeCheckup } from '#engine/checkup/judge-checkup.ts';

const WELL: ExaminationOutcome = { kind: 'answered' };
const DOWN: ExaminationOutcome = { kind: 'refused', why: 'unavailable', message: 'no' };
const CHANGED: ExaminationOutcome = { kind: 'refused', why: 'changed', message: 'a page' };
const LATE: ExaminationOutcome = { kind: 'late', timeout: 1 };
const NO_KEY: ExaminationOutcome = { kind: 'no-key' };

const source = (gives: SourceCapability, outcome: ExaminationOutcome): SourceCheckup => ({
  name: gives,
  gives,
  outcome,
});

describe('what the bot needs of its sources', () => {
  it('is somebody who shows figures and somebody who gives closes, whoever that is', () => {
    const sources = [
      source('figures', DOWN),
      source('figures', WELL),
      source('closes', LATE),
      source('closes', WELL),
      source('consensus', DOWN),
    ];
    expect(missingCapabilities(sources)).toEqual([]);
    expect(sources.map((one) => judgeSource(one, sources))).toEqual([
      'notice',
      'well',
      'notice',
      'well',
      'notice',
    ]);
    expect(judgeCheckup({ at: 0, machine: [], sources }).verdict).toBe('well');
  });

  it('is not there when all who give closes are down; a key that nobody has is no failure', () => {
    const sources = [source('figures', NO_KEY), source('figures', WELL), source('closes', CHANGED)];
    expect(missingCapabilities(sources)).toEqual(['closes']);
    expect(sources.map((one) => judgeSource(one, sources))).toEqual(['notice', 'well', 'bad']);
    expect(judgeCheckup({ at: 0, machine: [], sources }).verdict).toBe('bad');
  });

  it('takes it for the machine and not the sources only when nobody at all was reached', () => {
    expect(isOffline([source('closes', DOWN), source('figures', LATE), source('breadth', NO_KEY)])).toBe(
      true,
    );
    expect(isOffline([source('closes', DOWN), source('figures', CHANGED)])).toBe(false);
    expect(isOffline([source('breadth', NO_KEY)])).toBe(false);
  });
});
