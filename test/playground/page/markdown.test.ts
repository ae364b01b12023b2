import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { propertyRuns } from '#test/support/process/property-runs.ts';

// The page is plain JavaScript, typed by its own comments and its own tsconfig.
const page = new URL('../../../src/playground/page/', import.meta.url);
const { parseInline } = await import(new URL('markdown-inline.js', page).href);
const { parseBlocks } = await import(new URL('markdown-blocks.js', page).href);

const text = (words: string) => ({ kind: 'text', text: words });

describe('parseInline', () => {
  it.each([
    ['**bold**', [{ kind: 'bold', children: [text('bold')] }]],
    [
      '*italic* _too_',
      [
        { kind: 'italic', children: [text('italic')] },
        text(' '),
        { kind: 'italic', children: [text('too')] },
      ],
    ],
    ['***both***', [{ kind: 'bold', children: [{ kind: 'italic', children: [text('both')] }] }]],
    ['*a **b***', [{ kind: 'italic', children: [text('a '), { kind: 'bold', children: [text('b')] }] }]],
    [
      '__under__ ~~gone~~',
      [
        { kind: 'underline', children: [text('under')] },
        text(' '),
        { kind: 'strike', children: [text('gone')] },
      ],
    ],
    [
      '||hidden **bold**||',
      [{ kind: 'spoiler', children: [text('hidden '), { kind: 'bold', children: [text('bold')] }] }],
    ],
    ['`**no**`', [{ kind: 'code', text: '**no**' }]],
    ['``a ` b``', [{ kind: 'code', text: 'a ` b' }]],
  ])('reads %s', (source, pieces) => {
    expect(parseInline(source)).toEqual(pieces);
  });

  it.each(['snake_case_name', '2 * 3 * 4', '**open', '* spaced *', 'a ` b', '5 > 3', '<t:soon>'])(
    'leaves %s as it is typed',
    (source) => {
      expect(parseInline(source)).toEqual([text(source)]);
    },
  );

  it('takes a backslash before a mark for the mark itself', () => {
    expect(
      parseInline(String.raw`\*not\*`)
        .map((piece: { text: string }) => piece.text)
        .join(''),
    ).toBe('*not*');
  });

  it('links http and https and nothing else', () => {
    expect(parseInline('[a](https://example.org/x)')).toEqual([
      { kind: 'link', address: 'https://example.org/x', children: [text('a')] },
    ]);
    for (const address of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      ' javascript:x',
    ]) {
      expect(parseInline(`[a](${address})`)).toEqual([text(`[a](${address})`)]);
    }
  });

  it('ends a bare address before the sentence does', () => {
    expect(parseInline('see https://example.org/a?b=c.')).toEqual([
      text('see '),
      {
        kind: 'link',
        address: 'https://example.org/a?b=c',
        children: [text('https://example.org/a?b=c')],
      },
      text('.'),
    ]);
  });

  it('reads times and mentions', () => {
    expect(parseInline('<t:1411502100:R><t:-1><@21><@!21><@&22><#23></signal now:24>')).toEqual([
      { kind: 'time', seconds: 1_411_502_100, style: 'R' },
      { kind: 'time', seconds: -1, style: 'f' },
      { kind: 'mention', of: 'user', id: '21' },
      { kind: 'mention', of: 'user', id: '21' },
      { kind: 'mention', of: 'role', id: '22' },
      { kind: 'mention', of: 'channel', id: '23' },
      { kind: 'mention', of: 'command', id: 'signal now' },
    ]);
  });

  it('loses no letter of a text without marks', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'ß', '9', ' ', '.', ',', '🙂') }), (source) => {
        expect(parseInline(source)).toEqual(source === '' ? [] : [text(source)]);
      }),
    );
  });

  it('reads any heap of marks of a message’s length at once', () => {
    const marks = fc.constantFrom(
      '*',
      '_',
      '`',
      '|',
      '~',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '\\',
      'a',
      ' ',
      '\n',
    );
    fc.assert(
      fc.property(fc.string({ unit: marks, minLength: 200, maxLength: 4000 }), (source) => {
        expect(parseInline(source).length).toBeLessThanOrEqual(source.length);
      }),
      { numRuns: propertyRuns(30), interruptAfterTimeLimit: 5000, markInterruptAsFailure: true },
    );
  });
});

describe('parseBlocks', () => {
  it('reads headings, small print, quotes, lists and fences', () => {
    const source = '# One\n-# small\n> quoted\n> more\n- a\n  - b\n2. c\n```js\nlet x\n```\nend';
    expect(parseBlocks(source)).toEqual([
      { kind: 'heading', level: 1, text: 'One' },
      { kind: 'subtext', text: 'small' },
      { kind: 'quote', blocks: [{ kind: 'paragraph', text: 'quoted\nmore' }] },
      {
        kind: 'list',
        items: [
          { depth: 0, marker: '-', text: 'a' },
          { depth: 1, marker: '-', text: 'b' },
          { depth: 0, marker: '2.', text: 'c' },
        ],
      },
      { kind: 'fence', language: 'js', text: 'let x' },
      { kind: 'paragraph', text: 'end' },
    ]);
  });

  it('keeps the empty lines inside a paragraph', () => {
    expect(parseBlocks('a\n\nb')).toEqual([{ kind: 'paragraph', text: 'a\n\nb' }]);
  });

  it.each(['#hash', '-#small', '-1 point', '#### four', '>quote'])('takes %s for plain text', (source) => {
    expect(parseBlocks(source)).toEqual([{ kind: 'paragraph', text: source }]);
  });

  it('quotes all that follows three marks', () => {
    expect(parseBlocks('>>> a\nb')).toEqual([
      { kind: 'quote', blocks: [{ kind: 'paragraph', text: 'a\nb' }] },
    ]);
  });
});
