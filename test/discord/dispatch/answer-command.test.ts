import { ApplicationCommandOptionType, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { SourceUnavailable } from '#domain/problem.ts';
import type { Services } from '#services/index.ts';
import type { Command } from '#discord/command/command.ts';
import { answerCommand } from '#discord/dispatch/answer-command.ts';
import {
  aGroup,
  anInteraction,
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
    const interaction = anInteraction();
    await answerCommand(interaction, partsWith());

    expect(interaction.deferReply).toHaveBeenCalledExactlyOnceWith({});
    expect(interaction.webhook.editMessage).toHaveBeenCalledExactlyOnceWith('@original', saying('done'));
  });

  it('asks nothing of any service before it has acknowledged', async () => {
    const settings = vi.fn<Services['settings']>(someServices().settings);
    const interaction = anInteraction({ deferReply: async () => expect(settings).not.toHaveBeenCalled() });
    await answerCommand(interaction, partsWith({ services: someServices({ settings }) }));

    expect(settings).toHaveBeenCalledOnce();
  });

  it('hides the answer from the first moment on where a command says so', async () => {
    const interaction = anInteraction();
    await answerCommand(interaction, partsWith({ commands: [aGroup({ audience: 'caller' })] }));

    expect(interaction.deferReply).toHaveBeenCalledWith({ flags: MessageFlags.Ephemeral });
  });

  it('hides the answer from the first moment on where what was sent says so, checked or not', async () => {
    const isPrivate: Command['isPrivate'] = ({ days }) => days === 5;
    const groups = [aGroup({ isPrivate, options: z.object({ days: z.int() }) })];
    const sent = (value: number): ReturnType<typeof anInteraction> =>
      anInteraction({
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
    const interaction = anInteraction();
    const run: Command['run'] = async () => ({ ...reply('secret'), audience: 'caller' });
    await answerCommand(interaction, partsWith({ commands: [aGroup({ run })] }));

    expect(interaction.webhook.editMessage).not.toHaveBeenCalled();
    expect(interaction.webhook.deleteMessage).toHaveBeenCalledBefore(interaction.webhook.send);
    expect(interaction.webhook.send).toHaveBeenCalledWith({
      components: expect.toSatisfy(contains('secret')),
      flags: [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral],
    });
  });

  it('tells a command who asks, where, and what was sent', async () => {
    const run = vi.fn<Command['run']>(async () => reply('done'));
    const group = aGroup({ run, options: z.object({ days: z.int().default(20) }) });
    await answerCommand(anInteraction(), partsWith({ commands: [group] }));

    expect(run).toHaveBeenCalledWith(
      { days: 20 },
      expect.objectContaining({
        server: '1290000000000000001',
        channel: '1290000000000000031',
        member: { id: '1290000000000000021', name: 'Mara', rank: 'member' },
        now: someServices().now(),
      }),
    );
  });

  it.each([
    ['a list of ids', [STEWARD_ROLE]],
    ['a cache', { cache: new Map([[STEWARD_ROLE, {}]]) }],
  ])('knows a steward by the role, which Discord gives as %s', async (_, roles) => {
    const parts = partsWith({ commands: [aGroup({ access: 'steward' })], services: withStewards });
    const steward = anInteraction({ member: { roles } });
    const stranger = anInteraction();
    await answerCommand(steward, parts);
    await answerCommand(stranger, parts);

    expect(steward.webhook.editMessage).toHaveBeenCalledWith('@original', saying('done'));
    expect(stranger.webhook.send).toHaveBeenCalledWith(saying('Only stewards'));
  });

  it('lets Manage Server do what stewards may, and not the other way round', async () => {
    const manager = {
      memberPermissions: { has: (permission: bigint) => permission === PermissionFlagsBits.ManageGuild },
    };
    const may = anInteraction(manager);
    const mayNot = anInteraction({ member: { roles: [STEWARD_ROLE] } });
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
    const interaction = anInteraction({ guildId: null, memberPermissions: null, member: null });
    await answerCommand(interaction, partsWith());

    expect(interaction.webhook.send).toHaveBeenCalledWith(saying('in a server only'));
  });

  it('explains a problem in a sentence and does not call it a failure', async () => {
    const parts = partsWith({
      commands: [aGroup({ run: () => Promise.reject(new SourceUnavailable('cboe')) })],
    });
    const interaction = anInteraction();
    await answerCommand(interaction, parts);

    expect(interaction.webhook.send).toHaveBeenCalledWith(saying('cboe is not answering'));
    expect(parts.log.error).not.toHaveBeenCalled();
  });

  it('writes a bug down whole, and shows its reference only', async () => {
    const bug = new TypeError('x is not a function');
    const parts = partsWith({ commands: [aGroup({ run: () => Promise.reject(bug) })] });
    const interaction = anInteraction();
    await answerCommand(interaction, parts);

    expect(interaction.webhook.send).toHaveBeenCalledWith(saying(interaction.id));
    expect(interaction.webhook.send).not.toHaveBeenCalledWith(saying('not a function'));
    expect(parts.log.error).toHaveBeenCalledWith(
      'request failed',
      expect.objectContaining({ message: bug.message, stack: bug.stack }),
      { reference: interaction.id },
    );
  });

  it('gives up on an answer that never comes, and tells the command', async () => {
    let told: AbortSignal | undefined;
    const run: Command['run'] = (_, { signal }) => {
      told = signal;
      return new Promise(() => {});
    };
    const interaction = anInteraction();
    await answerCommand(interaction, partsWith({ commands: [aGroup({ run, timeout: 1 })] }));

    expect(told?.aborted).toBe(true);
    expect(interaction.webhook.send).toHaveBeenCalledWith(saying('took too long'));
  });

  it('stops without a word when Discord has given up on the interaction', async () => {
    const run = vi.fn<Command['run']>(async () => reply('done'));
    const interaction = anInteraction({ deferReply: () => Promise.reject(discordError(10_062)) });
    await answerCommand(interaction, partsWith({ commands: [aGroup({ run })] }));

    expect(run).not.toHaveBeenCalled();
    expect(interaction.webhook.send).not.toHaveBeenCalled();
  });

  it.each([
    ['fills its own message, when that still waits for its content', true, 1],
    ['leaves it to whoever has answered already', false, 0],
  ])('told that the interaction is acknowledged already, %s', async (_, waits, edits) => {
    const interaction = anInteraction({ deferReply: () => Promise.reject(discordError(40_060, 400)) });
    interaction.webhook.fetchMessage.mockResolvedValue({ flags: { has: () => waits } });
    await answerCommand(interaction, partsWith());

    expect(interaction.webhook.editMessage).toHaveBeenCalledTimes(edits);
  });

  it('shows how far it has come, and the answer last', async () => {
    const run: Command['run'] = async (_, { showProgress }) => {
      showProgress(reply('a third').view);
      await Promise.resolve();
      return reply('all');
    };
    const interaction = anInteraction();
    await answerCommand(interaction, partsWith({ commands: [aGroup({ run })] }));

    expect(interaction.webhook.editMessage.mock.calls).toEqual([
      ['@original', saying('a third')],
      ['@original', saying('all')],
    ]);
  });
});
