import { ButtonStyle, ComponentType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { answerComponent } from '#discord/dispatch/answer-component.ts';
import { shareable, sharedBody } from '#discord/dispatch/shared-answer.ts';
import { textDisplay } from '#discord/message/part-component.ts';
import type { View } from '#discord/message/view.ts';
import {
  aGroup,
  aComponentInteraction,
  aSentAnswer,
  partsWith,
  reply,
} from '#test/support/discord/fake-interaction.ts';

const MARA = '1290000000000000021';
const ROW = {
  type: ComponentType.ActionRow,
  components: [{ type: ComponentType.Button, style: ButtonStyle.Secondary, custom_id: 'v1:book.page:own' }],
};

describe('shareable', () => {
  it('adds one button below the answer', () => {
    const { components } = shareable(reply('done')).view;
    expect(components).toHaveLength(2);
    expect(components[1]).toMatchObject({ components: [{ label: 'Share', custom_id: 'v1:answer.share:' }] });
  });

  it('leaves the button out where Discord takes no more components, those inside others counted', () => {
    const nested = (texts: number): View => ({
      components: [
        { type: ComponentType.Container, components: Array.from({ length: texts }, () => textDisplay('x')) },
      ],
    });
    expect(shareable({ view: nested(37) }).view.components).toHaveLength(2);
    expect(shareable({ view: nested(38) }).view.components).toHaveLength(1);
  });
});

describe('sharedBody', () => {
  it('keeps words, pictures and files, takes every button away, and names who shows it', () => {
    const seen = aSentAnswer({
      components: [
        {
          type: ComponentType.Container,
          id: 1,
          accent_color: 0xff8800,
          spoiler: false,
          components: [
            { type: ComponentType.TextDisplay, id: 2, content: 'H 0.06' },
            {
              type: ComponentType.MediaGallery,
              id: 3,
              items: [
                {
                  media: { url: 'https://cdn.discordapp.com/ephemeral/1/exposure.png?ex=1', width: 9 },
                  description: 'bars',
                },
              ],
            },
            ROW,
          ],
        },
        ROW,
      ],
      files: [
        {
          name: 'exposure.png',
          description: 'bars',
          size: 9,
          url: 'https://cdn.discordapp.com/ephemeral/1/exposure.png?ex=1',
        },
      ],
    });

    const { components, files } = sharedBody(seen, MARA);
    expect(components).toEqual([
      {
        type: ComponentType.Container,
        accent_color: 0xff8800,
        components: [
          { type: ComponentType.TextDisplay, content: 'H 0.06' },
          {
            type: ComponentType.MediaGallery,
            items: [{ media: { url: 'attachment://exposure.png' }, description: 'bars' }],
          },
        ],
      },
      { type: ComponentType.TextDisplay, content: `-# shared by <@${MARA}>` },
    ]);
    expect(files).toEqual([
      {
        name: 'exposure.png',
        description: 'bars',
        attachment: 'https://cdn.discordapp.com/ephemeral/1/exposure.png?ex=1',
      },
    ]);
  });

  it('refuses what is no answer of ours', () => {
    expect(() => sharedBody(aSentAnswer({ components: [{ type: 99 }] }), MARA)).toThrow('type');
  });
});

describe('answerComponent', () => {
  it.each([true, false])('keeps the button that shares on what is private: %s', async (isPrivate) => {
    const interaction = aComponentInteraction('v1:test.go:', { message: aSentAnswer({ isPrivate }) });
    const go = { access: 'everyone', act: async () => reply('after') } as const;
    await answerComponent(interaction, partsWith({ commands: [aGroup({ components: { go } })] }));

    const shown = JSON.stringify(interaction.webhook.editMessage.mock.calls);
    expect(shown).toContain('after');
    expect(shown.includes('v1:answer.share:')).toBe(isPrivate);
  });
});
