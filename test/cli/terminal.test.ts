import { describe, expect, it } from 'vitest';
import { createTerminal } from '#cli/terminal.ts';

describe('createTerminal', () => {
  it('numbers the messages and says when each arrived and whether it made a sound', () => {
    const written: string[] = [];
    const terminal = createTerminal({ out: (text) => written.push(text) });
    terminal.message({ content: 'first' }, 'Tue 16:15 ET');
    terminal.message({ content: 'second', flags: 1 << 12 }, 'Wed 08:30 ET');
    expect(written.join('')).toMatch(
      /── 1 · Tue 16:15 ET ─+\n {2}first\n\n── 2 · Wed 08:30 ET · silent ─+\n {2}second\n/,
    );
  });

  it('keeps its bar below the messages', () => {
    const written: string[] = [];
    const terminal = createTerminal({
      out: (text) => written.push(text),
      bar: (text) => written.push(`<${text}>`),
    });
    terminal.progress({ arrived: 1, planned: 2 }, 'Tue 16:15 ET');
    terminal.say('hello');
    expect(written.at(-3)).toBe('<>');
    expect(written.at(-2)).toBe('hello\n');
    expect(written.at(-1)).toContain('1 of 2 messages');
  });

  it('draws no bar where there is no terminal', () => {
    const written: string[] = [];
    createTerminal({ out: (text) => written.push(text) }).progress({ arrived: 1, planned: 2 }, 'Tue');
    expect(written).toEqual([]);
  });
});
