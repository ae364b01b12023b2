import { describe, expect, it } from 'vitest';
import { code, named, quoted } from '#discord/message/quoted.ts';

describe('quoted', () => {
  it('shows formatting, links and mentions as what was written', () => {
    expect(quoted('**b** [a](b) <@1> `c`')).toBe(String.raw`\*\*b\*\* \[a\](b) \<\@1\> \`c\``);
  });

  it.each([
    ['see https://example.com/a', String.raw`see https:\/\/example.com\/a`],
    ['HTTP://example.com', String.raw`HTTP:\/\/example.com`],
    ['discord.gg/abc', String.raw`discord.gg\/abc`],
    ['ht\u200Btps://a.b', String.raw`ht tps:\/\/a.b`],
  ])('leaves of the address in %j only its words: nothing to click on, no invitation', (words, shown) => {
    expect(quoted(words)).toBe(shown);
  });

  it('stays on one line, without hidden or direction-changing characters', () => {
    expect(quoted('a\n# b\u202Ec\u0000')).toBe('a # b c');
  });

  it('says when nothing is left', () => {
    expect(quoted(' \u200B')).toBe('?');
  });
});

describe('code', () => {
  it('cannot be left from inside', () => {
    expect(code('a`b')).toBe("`a'b`");
  });
});

describe('named', () => {
  it('is a mention for ids, and plain words for everything else', () => {
    expect(named('person', '1290000000000000021')).toBe('<@1290000000000000021>');
    expect(named('role', '@everyone')).toBe(String.raw`\@everyone`);
  });
});
