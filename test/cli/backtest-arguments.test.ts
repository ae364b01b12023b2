import { describe, expect, it } from 'vitest';
import { readBacktestArguments } from '#cli/backtest-arguments.ts';

describe('readBacktestArguments', () => {
  it('takes several folders and several thresholds, and begins in 2010 unless told', () => {
    const typed =
      '--history first --history later --out out --set rsi.rutMax=40 --set alerts.kinds=check=silent --preset early';
    const read = readBacktestArguments(typed.split(' '));
    expect(read).toEqual({
      help: false,
      history: ['first', 'later'],
      out: 'out',
      from: '2010-01-01',
      preset: 'early',
      set: [
        { key: 'rsi.rutMax', text: '40' },
        { key: 'alerts.kinds', text: 'check=silent' },
      ],
    });
  });

  it.each([
    [['--from', '2010'], '--from takes a day'],
    [['--until', '2024-02-30'], '--until takes a day'],
    [['--set', 'rsi.rutMax'], '--set takes KEY=VALUE'],
    [['--set', '=3'], '--set takes KEY=VALUE'],
    [['--fast'], '--help lists'],
  ])('refuses %j, saying what it takes', (given, words) => {
    expect(() => readBacktestArguments(given)).toThrow(words);
  });
});
