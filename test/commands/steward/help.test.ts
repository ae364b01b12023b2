import { describe, expect, it } from 'vitest';
import { commands } from '#commands/index.ts';
import { steward } from '#commands/steward/index.ts';
import { textOf } from '#test/support/discord/view-facts.ts';
import { contextWith, subCommand } from '#test/commands/context-with.ts';

const help = subCommand(steward, 'help');

const read = async (): Promise<string> => textOf((await help.run({}, contextWith())).view);

describe('/steward help', () => {
  it('names every command behind its group, and who may use it', async () => {
    const lines = (await read()).split('\n');
    for (const group of commands) {
      const place = lines.findIndex((line) => line.startsWith(`\`/${group.name}\``));
      const listed = (lines[place + 1] ?? '').replace('-# ', '').split(' · ');
      expect(listed.map((name) => name.replaceAll(/[ \\*]/g, ''))).toEqual(
        group.commands.map(({ name }) => name),
      );
    }
    expect(await read()).toContain('setup \\*\\*');
  });

  it('says that the bot places no orders and gives no advice', async () => {
    expect(await read()).toContain('The bot places no orders.');
    expect(await read()).toContain('not advice');
  });
});
