import { describe, expect, it } from 'vitest';
import { terminalMessage } from '#cli/terminal-message.ts';

describe('terminalMessage', () => {
  it('gives the words of a card in their order, without marks', () => {
    const card = {
      components: [
        {
          type: 17,
          components: [
            { type: 10, content: '## CAPITULATION · 0.60 → 0.70\n**CPI** weak' },
            { type: 14 },
            {
              type: 12,
              items: [{ media: { url: 'attachment://signal.png' }, description: 'RUT below its averages' }],
            },
            {
              type: 1,
              components: [
                { type: 2, label: 'Tick 2' },
                { type: 2, label: 'Tick 4' },
              ],
            },
          ],
        },
      ],
    };
    expect(terminalMessage(card).split('\n')).toEqual([
      '  CAPITULATION · 0.60 → 0.70',
      '  CPI weak',
      '',
      '  [picture: RUT below its averages]',
      '  [Tick 2] [Tick 4]',
    ]);
  });

  it('writes instants out, because a terminal knows no Discord timestamps', () => {
    expect(terminalMessage({ content: 'at <t:1410957000:t>' })).toBe('  at 2014-09-17 12:30 UTC');
  });

  it('wraps long lines between words', () => {
    const lines = terminalMessage({ content: 'word '.repeat(60).trim() }).split('\n');
    expect(lines.length).toBeGreaterThan(1);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(102);
  });

  it.each([undefined, null, 7, {}, { components: 'none' }, { components: [null, { type: 99 }] }])(
    'has nothing to say of %j',
    (message) => {
      expect(terminalMessage(message)).toBe('');
    },
  );
});
