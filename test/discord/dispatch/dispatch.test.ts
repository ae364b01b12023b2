import { ApplicationCommandOptionType, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { SourceUnavailable } from '#domain/problem.ts';
import type { Services } from '#services/index.ts';
import type { Command, Press } from '#discord/command.ts';
import { answerCommand } from '#discord/dispatch/answer-command.ts';
import { answerPress } from '#discord/dispatch/answer-press.ts';
import {
  aGroup,
  anAsked,
  aPress,
  aSeenAnswer,
  discordError,
  partsWith,
  reply,
} from '#test/support/discord/fake-interaction.ts';
import { KEPT, someServices } from '#test/support/discord/fake-services.ts';
import { someSettings } from '#test/support/engine/decision.ts';

const STEWARD_ROLE = '1290000000000000011';
const settings = someSettings({ 'steward.role': STEWARD_ROLE });
const withStewards = someServices({ settings: async () => ({ ...KEPT, settings }) });
const contains = (words: string) => (components: unknown) => JSON.stringify(components).includes(words);
const saying = (words: string): unknown =>
  expect.objectContaining({ components: expect.toSatisfy(contains(words)) });

describe('answerCommand', () => {
  it('acknowledges, then answers in the waiting message', async () => {
    const asked = anAsked();
    await answerCommand(asked, partsWith());

    expect(asked.deferReply).toHaveBeenCalledExactlyOnceWith({});
    expect(asked.webhook.editMessage).toHaveBeenCalledExactlyOnceWith('@original', saying('done'));
  });

  it('asks nothing of any service before it has acknowledged', async () => {
    const settings = vi.fn<Services['settings']>(someServices().settings);
    const asked = anAsked({ deferReply: async () => expect(settings).not.toHaveBeenCalled() });
    await answerCommand(asked, partsWith({ services: someServices({ settings }) }));

    expect(settings).toHaveBeenCalledOnce();
  });

  it('hides the answer from the first moment on where a command says so', async () => {
    const asked = anAsked();
    await answerCommand(asked, partsWith({ commands: [aGroup({ audience: 'caller' })] }));

    expect(asked.deferReply).toHaveBeenCalledWith({ flags: MessageFlags.Ephemeral });
  });

  it('hides the answer from the first moment on where what was sent says so, checked or not', async () => {
    const isPrivate: Command['isPrivate'] = ({ days }) => days === 5;
    const groups = [aGroup({ isPrivate, options: z.object({ days: z.int() }) })];
    const sent = (value: number): ReturnType<typeof anAsked> =>
      anAsked({
        options: {
          data: [
            {
              name: 'run',
              type: ApplicationCommandOptionType.Subcommand,
              options: [{ name: 'days', type: ApplicationCommandOptionType.Integer, value }],
            },
          ],
        },
      });
    const [own, other] = [sent(5), sent(6)];
    await answerCommand(own, partsWith({ commands: groups }));
    await answerCommand(other, partsWith({ commands: groups }));
    expect(own.deferReply).toHaveBeenCalledWith({ flags: MessageFlags.Ephemeral });
    expect(other.deferReply).toHaveBeenCalledWith({});
  });

  it('withdraws the public answer and gives a private one, when that is how it turned out', async () => {
    const asked = anAsked();
    const run: Command['run'] = async () => ({ ...reply('secret'), audience: 'caller' });
    await answerCommand(asked, partsWith({ commands: [aGroup({ run })] }));

    expect(asked.webhook.editMessage).not.toHaveBeenCalled();
    expect(asked.webhook.deleteMessage).toHaveBeenCalledBefore(asked.webhook.send);
    expect(asked.webhook.send).toHaveBeenCalledWith({
      components: expect.toSatisfy(contains('secret')),
      flags: [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral],
    });
  });

  it('tells a command who asks, where, and what was sent', async () => {
    const run = vi.fn<Command['run']>(async () => reply('done'));
    const group = aGroup({ run, options: z.object({ days: z.int().default(20) }) });
    await answerCommand(anAsked(), partsWith({ commands: [group] }));

    expect(run).toHaveBeenCalledWith(
      { days: 20 },
      expect.objectContaining({
        server: '1290000000000000001',
        channel: '1290000000000000031',
        member: { id: '1290000000000000021', name: 'Mara', standing: 'member' },
        now: someServices().now(),
      }),
    );
  });

  it.each([
    ['a list of ids', [STEWARD_ROLE]],
    ['a cache', { cache: new Map([[STEWARD_ROLE, {}]]) }],
  ])('knows a steward by the role, which Discord gives as %s', async (_, roles) => {
    const parts = partsWith({ commands: [aGroup({ access: 'steward' })], services: withStewards });
    const steward = anAsked({ member: { roles } });
    const stranger = anAsked();
    await answerCommand(steward, parts);
    await answerCommand(stranger, parts);

    expect(steward.webhook.editMessage).toHaveBeenCalledWith('@original', saying('done'));
    expect(stranger.webhook.send).toHaveBeenCalledWith(saying('Only stewards'));
  });

  it('lets Manage Server do what stewards may, and not the other way round', async () => {
    const manager = {
      memberPermissions: { has: (permission: bigint) => permission === PermissionFlagsBits.ManageGuild },
    };
    const may = anAsked(manager);
    const mayNot = anAsked({ member: { roles: [STEWARD_ROLE] } });
    await answerCommand(
      may,
      partsWith({ commands: [aGroup({ access: 'steward' })], services: withStewards }),
    );
    await answerCommand(
      mayNot,
      partsWith({ commands: [aGroup({ access: 'manageServer' })], services: withStewards }),
    );

    expect(may.webhook.editMessage).toHaveBeenCalledWith('@original', saying('done'));
    expect(mayNot.webhook.send).toHaveBeenCalledWith(saying('Manage Server'));
  });

  it('sends those who ask in a direct message to a server', async () => {
    const asked = anAsked({ guildId: null, memberPermissions: null, member: null });
    await answerCommand(asked, partsWith());

    expect(asked.webhook.send).toHaveBeenCalledWith(saying('in a server only'));
  });

  it('explains a problem in a sentence and does not call it a failure', async () => {
    const parts = partsWith({
      commands: [aGroup({ run: () => Promise.reject(new SourceUnavailable('cboe')) })],
    });
    const asked = anAsked();
    await answerCommand(asked, parts);

    expect(asked.webhook.send).toHaveBeenCalledWith(saying('cboe is not answering'));
    expect(parts.log.error).not.toHaveBeenCalled();
  });

  it('writes a bug down whole, and shows its reference only', async () => {
    const bug = new TypeError('x is not a function');
    const parts = partsWith({ commands: [aGroup({ run: () => Promise.reject(bug) })] });
    const asked = anAsked();
    await answerCommand(asked, parts);

    expect(asked.webhook.send).toHaveBeenCalledWith(saying(asked.id));
    expect(asked.webhook.send).not.toHaveBeenCalledWith(saying('not a function'));
    expect(parts.log.error).toHaveBeenCalledWith(
      'request failed',
      expect.objectContaining({ message: bug.message, stack: bug.stack }),
      { reference: asked.id },
    );
  });

  it('gives up on an answer that never comes, and tells the command', async () => {
    let told: AbortSignal | undefined;
    const run: Command['run'] = (_, { signal }) => {
      told = signal;
      return new Promise(() => {});
    };
    const asked = anAsked();
    await answerCommand(asked, partsWith({ commands: [aGroup({ run, timeout: 1 })] }));

    expect(told?.aborted).toBe(true);
    expect(asked.webhook.send).toHaveBeenCalledWith(saying('took too long'));
  });

  it('stops without a word when Discord has given up on the interaction', async () => {
    const run = vi.fn<Command['run']>(async () => reply('done'));
    const asked = anAsked({ deferReply: () => Promise.reject(discordError(10_062)) });
    await answerCommand(asked, partsWith({ commands: [aGroup({ run })] }));

    expect(run).not.toHaveBeenCalled();
    expect(asked.webhook.send).not.toHaveBeenCalled();
  });

  it.each([
    ['fills its own message, when that still waits for its content', true, 1],
    ['leaves it to whoever has answered already', false, 0],
  ])('told that the interaction is acknowledged already, %s', async (_, waits, edits) => {
    const asked = anAsked({ deferReply: () => Promise.reject(discordError(40_060, 400)) });
    asked.webhook.fetchMessage.mockResolvedValue({ flags: { has: () => waits } });
    await answerCommand(asked, partsWith());

    expect(asked.webhook.editMessage).toHaveBeenCalledTimes(edits);
  });

  it('shows how far it has come, and the answer last', async () => {
    const run: Command['run'] = async (_, { tell }) => {
      tell(reply('a third').view);
      await Promise.resolve();
      return reply('all');
    };
    const asked = anAsked();
    await answerCommand(asked, partsWith({ commands: [aGroup({ run })] }));

    expect(asked.webhook.editMessage.mock.calls).toEqual([
      ['@original', saying('a third')],
      ['@original', saying('all')],
    ]);
  });
});

const SHOWN = {
  name: 'signal.png',
  description: 'RUT below SMA 50',
  size: 68,
  url: 'https://cdn.discordapp.com/attachments/1/2/signal.png',
};

describe('answerPress', () => {
  const acting = (act: Extract<Press, { act: unknown }>['act']): ReturnType<typeof aGroup> =>
    aGroup({ press: { go: { access: 'everyone', act } } });

  it('acknowledges without changing the message, then puts the answer in its place', async () => {
    const act = vi.fn<Extract<Press, { act: unknown }>['act']>(async () => reply('after'));
    const asked = aPress('v1:test.go:a|b', {
      message: aSeenAnswer({ files: [SHOWN] }),
    });
    await answerPress(asked, partsWith({ commands: [acting(act)] }));

    expect(asked.deferUpdate).toHaveBeenCalledBefore(asked.webhook.editMessage);
    expect(act).toHaveBeenCalledWith(
      {
        key: 'a|b',
        values: [],
        picture: 'RUT below SMA 50',
        file: { name: 'signal.png', size: 68, url: SHOWN.url },
      },
      expect.anything(),
    );
    expect(asked.webhook.editMessage).toHaveBeenCalledWith('@original', saying('after'));
  });

  it('tells what failed to the person who clicked, and leaves the message alone', async () => {
    const asked = aPress('v1:test.go:');
    await answerPress(
      asked,
      partsWith({ commands: [acting(() => Promise.reject(new SourceUnavailable('cboe')))] }),
    );

    expect(asked.webhook.editMessage).not.toHaveBeenCalled();
    expect(asked.webhook.send).toHaveBeenCalledWith(saying('cboe is not answering'));
  });

  it.each(['v0:test.go:', 'v1:test.gone:', 'v1:gone.go:', 'v1:test.toString:', 'nothing of ours'])(
    'answers %s, which no command of this version has, as superseded',
    async (id) => {
      const asked = aPress(id);
      await answerPress(asked, partsWith({ commands: [acting(async () => reply('after'))] }));

      expect(asked.webhook.send).toHaveBeenCalledWith(saying('superseded'));
    },
  );

  it('opens a form without acknowledging first', async () => {
    const asked = aPress('v1:test.ask:');
    const form = { command: 'test', act: 'save', key: 'step.up' };
    const ask: Press = { access: 'everyone', open: async () => ({ form, title: 'Change', components: [] }) };
    await answerPress(asked, partsWith({ commands: [aGroup({ press: { ask } })] }));

    expect(asked.deferUpdate).not.toHaveBeenCalled();
    expect(asked.showModal).toHaveBeenCalledWith({
      custom_id: 'v1:test.save:step.up',
      title: 'Change',
      components: [],
    });
  });

  it('says why a form does not open', async () => {
    const asked = aPress('v1:test.ask:');
    const ask: Press = { access: 'manageServer', open: () => Promise.reject(new Error('not reached')) };
    await answerPress(asked, partsWith({ commands: [aGroup({ press: { ask } })] }));

    expect(asked.webhook.send).toHaveBeenCalledWith(saying('Manage Server'));
  });
});
