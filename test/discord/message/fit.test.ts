import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fit } from '#discord/message/fit.ts';
import { buttons, type Part, RULE, selectRow, collapsible, text } from '#discord/message/view.ts';
import { hostile } from '#test/support/discord/arbitrary-decision.ts';
import { buttonsOf, componentsOf, textOf } from '#test/support/discord/view-facts.ts';

const line = (letter: string): string => letter.repeat(400);
const lines = (letter: string, count: number): readonly string[] =>
  Array.from({ length: count }, () => line(letter));

const part: fc.Arbitrary<Part> = fc.oneof(
  fc.array(hostile, { maxLength: 30 }).map((words) => text(...words)),
  fc
    .record({ words: fc.array(hostile, { maxLength: 30 }), rank: fc.nat(5), name: hostile })
    .map(({ words, rank, name }) => collapsible(rank, name, words)),
  fc.constant(RULE),
  hostile.map((shows) => ({ kind: 'picture' as const, shows: `${shows}.` })),
  fc.constant({ kind: 'file' as const, name: 'book.csv' }),
  fc.array(hostile, { minLength: 1, maxLength: 12 }).map((labels) => {
    const [row] = buttons(
      labels.map((label) => ({ label: `${label}.`, link: { command: 'a', act: 'b', key: label } })),
    );
    return row ?? RULE;
  }),
  fc.array(hostile, { minLength: 1, maxLength: 40 }).map((names) =>
    selectRow(
      { command: 'a', act: 'b', key: '' },
      '…',
      names.map((name) => ({ label: `${name}.`, value: `${name}.` })),
    ),
  ),
);

describe('fit', () => {
  it('makes of any parts at all a message that Discord takes', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), hostile, (parts, above) => {
        const view = fit({ accent: 0, above, parts });
        const components = componentsOf(view);
        const texts = components.filter(({ type }) => type === 10).map(({ content }) => String(content));
        expect(components.length).toBeLessThanOrEqual(40);
        expect(texts.join('').length).toBeLessThanOrEqual(4000);
        expect(texts.filter((content) => content === '')).toEqual([]);
        expect(
          components.filter(
            ({ type, components: inner }) => type === 17 && Array.isArray(inner) && inner.length === 0,
          ),
        ).toEqual([]);
        expect(buttonsOf(view).filter(({ label }) => String(label).length > 80)).toEqual([]);
      }),
    );
  });

  it('shortens what can best be spared first, from its end, and says so', () => {
    const view = fit({
      accent: 0,
      parts: [
        text(line('a')),
        collapsible(1, 'little', lines('b', 4)),
        collapsible(2, 'much', lines('c', 8)),
      ],
    });
    const shown = textOf(view);

    expect(shown).toContain(lines('b', 4).join('\n'));
    expect(shown).toContain(lines('c', 4).join('\n'));
    expect(shown).not.toContain(lines('c', 5).join('\n'));
    expect(shown).toContain('Shortened to fit: much.');
  });

  it('leaves out whole rows of buttons where there are too many', () => {
    const rows = buttons(
      Array.from({ length: 60 }, (_, key) => ({
        label: 'Tick',
        link: { command: 'a', act: 'b', key: String(key) },
      })),
    );
    const view = fit({ accent: 0, parts: [text('a'), RULE, ...rows] });
    expect(buttonsOf(view)).toHaveLength(30);
    expect(componentsOf(view).length).toBeLessThanOrEqual(40);
  });

  it('leaves a message that fits as it is', () => {
    expect(textOf(fit({ accent: 0, parts: [text('a'), collapsible(1, 'b', ['b'])] }))).toBe('a\nb');
  });

  it('draws no rule at either end, and never two in a row', () => {
    const view = fit({
      accent: 0,
      parts: [RULE, text('a'), RULE, collapsible(1, 'b', []), RULE, text('c'), RULE],
    });
    expect(componentsOf(view).map(({ type }) => type)).toEqual([17, 10, 14, 10]);
  });

  it('cuts between whole characters', () => {
    const shown = textOf(fit({ accent: 0, parts: [text('𝕊'.repeat(500))] }));
    expect(shown.endsWith('𝕊…')).toBe(true);
  });
});
