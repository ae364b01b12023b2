import { describe, expect, it } from 'vitest';
import { ChannelClosed, SendFailed, SendRefused } from '#domain/delivery/delivery-problem.ts';
import {
  ExpiredCard,
  InvalidSetting,
  NoLiveSources,
  NotAllowed,
  NothingYet,
  OutsideServer,
  type Problem,
  ReplayRunning,
  SourceChanged,
  SourceUnavailable,
  StoreUnusable,
  UnknownDecision,
  UnknownEpisode,
  UnknownSetting,
} from '#domain/problem.ts';
import { ImpossibleFigure, ReleaseNotAwaited } from '#domain/releases/release-problem.ts';
import {
  FileTooLarge,
  FileUnreachable,
  ImportOutdated,
  UnreadableFile,
} from '#domain/book/book-file-problem.ts';
import { HistoryUnusable, NoHistory } from '#domain/history/history-problem.ts';
import {
  ImportRefused,
  NothingToUndo,
  SettingsMoved,
  UnknownPreset,
} from '#domain/settings/settings-problem.ts';
import { IncompleteTrial, InvalidRatio } from '#domain/hedge/hedge-problem.ts';
import { problemReply, TimedOut } from '#discord/problems/problem-reply.ts';
import { textOf } from '#test/support/discord/view-facts.ts';

const SENTENCES: readonly (readonly [Problem, string])[] = [
  [new NotAllowed('steward'), 'Only stewards'],
  [new NotAllowed('manageServer'), 'Manage Server'],
  [new OutsideServer(), 'in a server only'],
  [new UnknownSetting('rsi.max', ['rsi.rutMax']), 'Did you mean `rsi.rutMax`?'],
  [new UnknownSetting('x', []), '`/thresholds view` lists them'],
  [new InvalidSetting('step.up', 'a ratio from 0.01 to 0.25'), 'a ratio from 0.01 to 0.25'],
  [new UnknownDecision('2014'), 'no decision `2014`'],
  [new UnknownEpisode('1999-01-01', ['2014-09-17']), 'There are: `2014-09-17`'],
  [new ExpiredCard(), 'This card is old'],
  [new FileTooLarge(1024 ** 2), 'larger than 1 MB'],
  [new FileUnreachable('other-host'), 'not kept by Discord'],
  [new FileUnreachable('gone'), 'Upload it again'],
  [new FileUnreachable('no-answer'), 'Try again in a minute'],
  [new UnreadableFile('empty'), 'is empty'],
  [new UnreadableFile('compressed'), 'Unpack it'],
  [new UnreadableFile('spreadsheet'), 'Save the sheet as CSV'],
  [new UnreadableFile('utf-16'), 'UTF-16'],
  [new UnreadableFile('encoding'), 'not written in UTF-8'],
  [new UnreadableFile('binary'), 'not text'],
  [new UnreadableFile('too-many'), 'Give it in parts'],
  [new UnreadableFile('unknown-table', ['Ticker', 'Shares']), 'It begins with `Ticker`, `Shares`.'],
  [new ImportOutdated(), 'Nothing was added'],
  [new NothingYet('checklist'), 'no checklist yet'],
  [new NoLiveSources(), '`/replay episode`'],
  [new ReplayRunning('2014-09-17'), 'Wait until it has ended'],
  [new SourceUnavailable('cboe'), 'cboe is not answering'],
  [new SourceChanged('cboe', 'no column CLOSE'), 'changed its format'],
  [new ChannelClosed('1290000000000000031', 'gone'), '<#1290000000000000031>'],
  [new ChannelClosed('1290000000000000031', 'forbidden', ['Send Messages']), 'missing: Send Messages'],
  [new SendFailed('Discord answered 503'), 'Try again'],
  [new SendRefused('50035'), 'refused'],
  [new StoreUnusable('/data/steward.sqlite', 'locked'), 'another process'],
  [new NoHistory(), 'HISTORY_DIR'],
  [new HistoryUnusable({ file: 'vix.csv', line: 3, column: 'close' }, '"x" is no number'), 'is no number'],
  [new UnknownPreset('bold', ['steward', 'strict']), 'There are: `steward`, `strict`'],
  [new ImportRefused('there is no threshold rsi.max'), 'no threshold rsi.max'],
  [new NothingToUndo(), 'taken back'],
  [new ReleaseNotAwaited('CPI-2026-12-10', 'out'), 'The time of `CPI-2026-12-10` has come'],
  [new ReleaseNotAwaited('CPI-2026-12-10', 'ahead'), 'not due yet'],
  [new ReleaseNotAwaited('CPI-2026-12-10', 'published'), 'here already'],
  [new ReleaseNotAwaited('CPI-2025-11-13', 'withdrawn'), 'on a day of its own'],
  [new ReleaseNotAwaited('x', 'unknown'), 'no release `x`'],
  [new ImpossibleFigure('month'), 'a past one'],
  [new ImpossibleFigure('none'), 'at least one figure'],
  [new ImpossibleFigure('too-fine'), 'steps of 0.05'],
  [new SettingsMoved(3, 4), 'from version 3 to 4'],
  [new InvalidRatio('above-hard-cap', 1, 0.95), 'above the hard cap 0.95'],
  [new InvalidRatio('not-positive', 0, 0.01), 'at least 0.01'],
  [new InvalidRatio('same', 0.6, 0.6), 'is 0.60 already'],
  [new InvalidRatio('no-reason', 0.7, 0.7), 'Say why'],
  [new IncompleteTrial('anything'), 'Nothing to try'],
  [new IncompleteTrial('lot'), 'Which lot?'],
];

describe('problemReply', () => {
  it.each(SENTENCES)('explains %s to the person who asked alone', (problem, words) => {
    const reply = problemReply(problem, '1290000000000000099');
    expect(textOf(reply.view)).toContain(words);
    expect(reply.audience).toBe('caller');
  });

  it('tells nothing of a bug but where to look for it', () => {
    const told = textOf(problemReply(new TypeError('x is not a function'), '1290000000000000099').view);
    expect(told).toBe('Something went wrong on our side.\n-# Reference 1290000000000000099');
  });

  it('says when it took too long', () => {
    expect(textOf(problemReply(new TimedOut(), '1').view)).toContain('took too long');
  });

  it('does not let what was typed format or mention', () => {
    const told = textOf(problemReply(new UnknownSetting('`@everyone` **x**', []), '1').view);
    expect(told).toContain("`'@everyone' **x**`");
  });
});
