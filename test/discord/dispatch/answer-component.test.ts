import { describe, expect, it, vi } from 'vitest';
import { SourceUnavailable } from '#domain/problem.ts';
import type { ComponentHandler } from '#discord/command/command.ts';
import { answerComponent } from '#discord/dispatch/answer-component.ts';
import {
  aGroup,
  aComponentInteraction,
  aSentAnswer,
  partsWith,
  reply,
} from '#test/support/discord/fake-interaction.ts';

const contains = (words: string) => (components: unknown) => JSON.stringify(components).includes(words);
const saying = (words: string): unknown =>
  expect.objectContaining({ components: expect.toSatisfy(contains(words)) });

const SHOWN = {
  name: 'signal.png',
  description: 'RUT below SMA 50',
  size: 68,
  url: 'https://cdn.discordapp.com/attachments/1/2/signal.png',
};

describe('answerComponent', () => {
  const acting = (act: Extract<ComponentHandler, { act: unknown }>['act']): ReturnType<typeof aGroup> =>
    aGroup({ components: { go: { access: 'everyone', act } } });

  it('acknowledges without changing the message, then puts the answer in its place', async () => {
    const act = vi.fn<Extract<ComponentHandler, { act: unknown }>['act']>(async () => reply('after'));
    const interaction = aComponentInteraction('v1:test.go:a|b', {
      message: aSentAnswer({ files: [SHOWN] }),
    });
    await answerComponent(interaction, partsWith({ commands: [acting(act)] }));

    expect(interaction.deferUpdate).toHaveBeenCalledBefore(interaction.webhook.editMessage);
    expect(act).toHaveBeenCalledWith(
      {
        key: 'a|b',
        values: [],
        picture: 'RUT below SMA 50',
        file: { name: 'signal.png', size: 68, url: SHOWN.url },
      },
      expect.anything(),
    );
    expect(interaction.webhook.editMessage).toHaveBeenCalledWith('@original', saying('after'));
  });

  it('tells what failed to the person who clicked, and leaves the message alone', async () => {
    const interaction = aComponentInteraction('v1:test.go:');
    await answerComponent(
      interaction,
      partsWith({ commands: [acting(() => Promise.reject(new SourceUnavailable('cboe')))] }),
    );

    expect(interaction.webhook.editMessage).not.toHaveBeenCalled();
    expect(interaction.webhook.send).toHaveBeenCalledWith(saying('cboe is not answering'));
  });

  it.each([
    'v1:checklist.tick-card:2014-09-23.official|vix-gate|tick|k7QePz12',
    'v0:test.go:',
    'v1:test.gone:',
    'v1:gone.go:',
    'v1:test.toString:',
    'nothing of ours',
  ])('answers %s, which no command of this version has, as superseded', async (id) => {
    const interaction = aComponentInteraction(id);
    await answerComponent(interaction, partsWith({ commands: [acting(async () => reply('after'))] }));

    expect(interaction.webhook.send).toHaveBeenCalledWith(saying('This card is old'));
  });

  it('opens a form without acknowledging first', async () => {
    const interaction = aComponentInteraction('v1:test.ask:');
    const form = { command: 'test', act: 'save', key: 'step.up' };
    const ask: ComponentHandler = {
      access: 'everyone',
      open: async () => ({ form, title: 'Change', components: [] }),
    };
    await answerComponent(interaction, partsWith({ commands: [aGroup({ components: { ask } })] }));

    expect(interaction.deferUpdate).not.toHaveBeenCalled();
    expect(interaction.showModal).toHaveBeenCalledWith({
      custom_id: 'v1:test.save:step.up',
      title: 'Change',
      components: [],
    });
  });

  it('says why a form does not open', async () => {
    const interaction = aComponentInteraction('v1:test.ask:');
    const ask: ComponentHandler = {
      access: 'manageServer',
      open: () => Promise.reject(new Error('not reached')),
    };
    await answerComponent(interaction, partsWith({ commands: [aGroup({ components: { ask } })] }));

    expect(interaction.webhook.send).toHaveBeenCalledWith(saying('Manage Server'));
  });
});
