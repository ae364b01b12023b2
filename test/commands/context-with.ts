import { vi } from 'vitest';
import { commands } from '#commands/index.ts';
import type { Command, CommandContext, CommandGroup, Rank } from '#discord/command/command.ts';
import type { Services } from '#services/index.ts';
import { someServices } from '#test/support/discord/fake-services.ts';

export const MEMBER = '1290000000000000021';
export const SERVER = '1290000000000000001';

/** Somebody asks, and the services answer as a test wants. */
export function contextWith(services: Partial<Services> = {}, rank: Rank = 'member'): CommandContext {
  const all = someServices(services);
  return {
    interaction: '1290000000000000099',
    server: SERVER,
    channel: '1290000000000000031',
    member: { id: MEMBER, name: 'Mara', rank },
    locale: 'en-US',
    now: all.now(),
    services: all,
    commands,
    showProgress: vi.fn<CommandContext['showProgress']>(),
    signal: new AbortController().signal,
  };
}

/** The sub-command of a group that has that name. */
export function subCommand({ commands: members }: CommandGroup, name: string): Command {
  const command = members.find((member) => member.name === name);
  if (!command) {
    throw new Error(`no sub-command ${name}`);
  }
  return command;
}
