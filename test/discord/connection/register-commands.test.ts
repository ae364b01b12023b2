import { commands } from '#commands/index.ts';
import { ApplicationCommandCreateRequestSchema } from 'discord-api-spec/zod';
import type { Command, CommandGroup } from '#discord/command/command.ts';
import { type Registration, definitions, registerCommands } from '#discord/connection/register-commands.ts';
import { aGroup } from '#test/support/discord/fake-interaction.ts';
import { describe, expect, it, vi } from 'vitest';

const told = definitions(commands, 'everywhere');

/** Registers what is given, where Discord knows something already; returns what it was then told. */
async function registering(wanted: Registration['commands'], known: unknown): Promise<readonly unknown[]> {
  const put = vi.fn<Registration['rest']['put']>(async () => []);
  const rest = { put, get: async () => known };
  await registerCommands({ rest, applicationId: '1', commands: wanted });
  return put.mock.calls.map(([, request]) => request?.body);
}

/** What Discord makes of a definition: fields of its own, and none of those that are empty. */
function asKept(definition: object): object {
  const kept: unknown = JSON.parse(
    JSON.stringify(definition, (_, value: unknown) =>
      value === false || value === null || (Array.isArray(value) && value.length === 0) ? undefined : value,
    ),
  );
  return {
    ...Object(kept),
    id: '9',
    application_id: '1',
    version: '3',
    nsfw: false,
    name_localizations: null,
  };
}

describe('registerCommands', () => {
  it('tells a new application everything', async () => {
    expect(await registering(told, [])).toEqual([told]);
  });

  it('tells nothing that Discord knows, in whatever order and with whatever it adds', async () => {
    expect(await registering(told, told.map(asKept).toReversed())).toEqual([]);
  });

  it.each([
    ['a description', (kept: object) => ({ ...kept, description: 'Otherwise' })],
    ['a sub-command less', (kept: object) => ({ ...kept, options: [] })],
    ['a permission', (kept: object) => ({ ...kept, default_member_permissions: '32' })],
  ])('tells everything again when %s differs', async (_, alter) => {
    const known = told.map(asKept).map((kept, index) => (index === 0 ? alter(kept) : kept));
    expect(await registering(told, known)).toEqual([told]);
  });

  it('tells everything again when Discord knows a command that is no more', async () => {
    expect(await registering(told.slice(1), told.map(asKept))).toHaveLength(1);
  });
});

describe('definitions', () => {
  it.each(['everywhere', 'one-server'] as const)('are as Discord documents them, for %s', (scope) => {
    for (const definition of definitions(commands, scope)) {
      expect(ApplicationCommandCreateRequestSchema.safeParse(definition).error?.issues).toBeUndefined();
    }
  });

  it('stay within the 8,000 characters of a command and have descriptions that Discord takes', () => {
    for (const definition of told) {
      expect(JSON.stringify(definition).length).toBeLessThan(8_000);
    }
  });

  it('hide a group from others only when all of it needs Manage Server', () => {
    const of = (group: CommandGroup): unknown =>
      definitions([group], 'everywhere')[0]?.default_member_permissions;
    const manager: Partial<Command> = { access: 'manageServer' };
    expect(of(aGroup(manager))).toBe('32');
    expect(
      of({ ...aGroup(manager), commands: [...aGroup(manager).commands, ...aGroup().commands] }),
    ).toBeNull();
  });
});
