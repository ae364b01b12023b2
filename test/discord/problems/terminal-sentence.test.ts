import { describe, expect, it } from 'vitest';
import { HistoryUnusable } from '#domain/history/history-problem.ts';
import {
  InvalidSetting,
  NoLiveSources,
  SourceChanged,
  StoreUnusable,
  UnknownEpisode,
  UnknownSetting,
} from '#domain/problem.ts';
import { UnknownPreset } from '#domain/settings/settings-problem.ts';
import { terminalSentence } from '#discord/problems/terminal-sentence.ts';

describe('terminalSentence', () => {
  it.each([
    [
      new UnknownEpisode('2015-01-01', ['2014-09-17', '2020-03-12']),
      'There is no recorded episode of 2015-01-01. There are: 2014-09-17, 2020-03-12.',
    ],
    [
      new UnknownSetting('rsi.rut', ['rsi.rutMax']),
      'There is no threshold rsi.rut. Did you mean rsi.rutMax?',
    ],
    [new UnknownSetting('x', []), 'There is no threshold x.'],
    [new InvalidSetting('rsi.rutMax', 'a number from 1 to 99'), 'rsi.rutMax takes a number from 1 to 99.'],
    [new UnknownPreset('loud', ['strict', 'early']), 'There is no preset loud. There are: strict, early.'],
  ])('names no command of Discord and marks nothing: %o', (problem, sentence) => {
    expect(terminalSentence(problem)).toBe(sentence);
  });

  it.each([
    ['locked', 'steward.sqlite is in use by another process.'],
    ['corrupt', 'steward.sqlite is damaged and was left as it is.'],
    ['newer', 'steward.sqlite was written by a newer version'],
    ['full', 'There is no room on the disk of steward.sqlite.'],
    ['unreadable', 'steward.sqlite cannot be read or written.'],
  ] as const)('says of a store that is %s what to do with its file', (why, beginning) => {
    expect(terminalSentence(new StoreUnusable('steward.sqlite', why))).toContain(beginning);
  });

  it('keeps the place of what can be mended', () => {
    const place = { file: 'closes.csv', line: 12, column: 'close' };
    expect(terminalSentence(new HistoryUnusable(place, 'no number'))).toBe(
      'closes.csv, line 12, column close: no number',
    );
    expect(terminalSentence(new SourceChanged('cboe', 'no [0][2]'))).toBe('cboe changed: no [0][2]');
  });

  it('says all else in the words of Discord', () => {
    expect(terminalSentence(new NoLiveSources())).toMatch(/^Live sources are switched off here/);
  });
});
