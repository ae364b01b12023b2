import { ApplicationCommandOptionType } from 'discord.js';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { attachmentOption } from '#discord/command/attachment-option.ts';
import type { Command } from '#discord/command/command.ts';
import { judge } from '#test/support/discord/discord-judge.ts';
import { aGroup, reply } from '#test/support/discord/fake-interaction.ts';
import { someServices } from '#test/support/discord/fake-services.ts';
import { connect } from '#test/support/discord/local-discord.ts';

describe('an option that takes a file', () => {
  it('tells a command the name, the size and the place of what was given', async () => {
    const run = vi.fn<Command['run']>(async () => reply('done'));
    const file = {
      name: 'file',
      description: 'A table',
      type: ApplicationCommandOptionType.Attachment,
      required: true,
    } as const;
    const group = aGroup({ run, definition: [file], options: z.object({ file: attachmentOption }) });
    const { discord, address } = await connect(someServices(), undefined, [group]);
    const bytes = new TextEncoder().encode('a,b');
    await discord.actAs(discord.people.member.id).command('test run', { file: { name: 'book.csv', bytes } });

    const origin = new URL(address.api).origin;
    expect(run).toHaveBeenCalledExactlyOnceWith(
      {
        file: {
          id: expect.stringMatching(/^\d+$/),
          name: 'book.csv',
          size: 3,
          url: expect.stringContaining(`${origin}/attachments/`),
        },
      },
      expect.anything(),
    );
    expect(judge(discord.requests())).toEqual([]);
  });
});
