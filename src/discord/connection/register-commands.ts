import { type REST, type RESTPutAPIApplicationCommandsJSONBody, Routes } from 'discord.js';

export type Registration = {
  readonly rest: Pick<REST, 'get' | 'put'>;
  readonly applicationId: string;
  /** Registered in this server alone, where changes show at once; everywhere when absent. */
  readonly server?: string;
  readonly commands: RESTPutAPIApplicationCommandsJSONBody;
};

/**
 * Tells Discord what can be asked, if it does not know already: it takes only so many changes a day.
 *
 * @throws what discord.js throws when Discord does not answer or refuses
 */
export async function registerCommands(registration: Registration): Promise<'registered' | 'known'> {
  const { rest, applicationId, server, commands } = registration;
  const route =
    server === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, server);
  if (isSame(commands, await rest.get(route))) {
    return 'known';
  }
  await rest.put(route, { body: commands });
  return 'registered';
}

/**
 * Whether Discord has everything that we would tell it, and no more of it.
 *
 * Discord adds fields of its own and leaves out what is `false` or empty, so only our own fields are looked at.
 */
function isSame(ours: unknown, theirs: unknown): boolean {
  if (Array.isArray(ours)) {
    return isSameList(ours, theirs);
  }
  if (typeof ours === 'object' && ours !== null) {
    return Object.entries(ours).every(([name, value]) => isSame(value, field(theirs, name)));
  }
  return (ours ?? false) === (theirs ?? false);
}

function isSameList(ours: readonly unknown[], theirs: unknown): boolean {
  const known = Array.isArray(theirs) ? theirs : [];
  return (
    ours.length === known.length &&
    ours.every((item, index) => isSame(item, counterpart(item, known) ?? known[index]))
  );
}

/** Commands come back in an order of Discord's own, so what has a name is found by it. */
function counterpart(item: unknown, known: readonly unknown[]): unknown {
  const name = field(item, 'name');
  return name === undefined ? undefined : known.find((other) => field(other, 'name') === name);
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
