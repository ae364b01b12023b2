import { describe, expect, it } from 'vitest';
import { markedCard } from '#discord/message/marked-card.ts';
import { cardMessage } from '#discord/views/signal/card-message.ts';
import { FULL_CARD } from '#test/support/discord/sample-card.ts';
import { A_DRAFT } from '#test/support/discord/sample-order.ts';

/** A card as Discord gives it back: numbered, and its picture at an address of Discord's. */
const CARD = (() => {
  const { embeds, components } = cardMessage({ ...FULL_CARD, order: { kind: 'opens', order: A_DRAFT } }, {});
  return {
    embeds: [{ ...embeds[0], type: 'rich', image: { url: 'https://cdn.example.org/1/signal.png' } }],
    components: components.map((row) => ({ ...row, id: 1 })),
  };
})();

function labels(card: ReturnType<typeof markedCard>): readonly unknown[] {
  return (card?.components ?? []).flatMap(({ components }) =>
    components.map((each) => Reflect.get(each, 'label')),
  );
}

describe('markedCard', () => {
  it('writes a line above the rest, and keeps text, picture and buttons', () => {
    const card = markedCard(CARD, { line: 'Mara is on it, 16:22 ET' });
    const [embed] = card?.embeds ?? [];
    expect(embed?.description?.split('\n')[0]).toBe('-# ⚑ Mara is on it, 16:22 ET');
    expect(embed?.description).toContain(CARD.embeds[0]?.description);
    expect(embed?.image).toEqual({ url: 'attachment://signal.png' });
    expect(labels(card)).toEqual(['Record fill', 'Plan', 'Details', 'Checklist 1/6']);
  });

  it('puts the next line in the place of the one before, and leaves the buttons that are named', () => {
    const first = markedCard(CARD, { line: 'Mara is on it' });
    const done = first && markedCard(first, { line: 'Done: filled 0.68', buttons: ['signal.details'] });
    expect(done?.embeds[0].description).not.toContain('Mara');
    expect(labels(done)).toEqual(['Details']);
  });

  it('leaves alone what is none of our cards', () => {
    expect(markedCard({ embeds: [], components: [] }, { line: 'x' })).toBeUndefined();
    expect(markedCard({ embeds: [{ title: 'x' }], components: [] }, { line: 'x' })).toBeUndefined();
  });
});
