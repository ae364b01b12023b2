import { canonicalJson } from '#domain/canonical-json.ts';
import type { Memory, Programme } from '#domain/signal/decision.ts';
import { memorySchema, programmeSchema } from '#adapters/store/schemas/decision-schemas.ts';
import { type StoreDatabase, type StoreTransaction, WriteConflict } from './store-database.ts';
import { storedJson } from './stored-json.ts';

const readMemoryText = storedJson<Memory>('memory', memorySchema);
const readProgramme = storedJson<Programme>('memory', programmeSchema);

/** What a server remembers, and which writing of it that is; `undefined` before its first decision. */
export async function readMemory(
  db: StoreTransaction | StoreDatabase['db'],
  server: string,
): Promise<{ readonly memory: Memory; readonly version: number } | undefined> {
  const row = await db
    .selectFrom('memory')
    .select(['memory', 'programme', 'version'])
    .where('server', '=', server)
    .executeTakeFirst();
  if (!row) {
    return undefined;
  }
  const programme = readProgramme(row.programme, server);
  return { memory: { ...readMemoryText(row.memory, server), programme }, version: row.version };
}

/** The programme is left alone where there is one: it moves when a step has been posted, and only then. */
export async function writeMemory(trx: StoreTransaction, server: string, memory: Memory): Promise<void> {
  await trx
    .insertInto('memory')
    .values({
      server,
      memory: canonicalJson(memory),
      programme: canonicalJson(memory.programme),
      version: 1,
    })
    .onConflict((conflict) =>
      conflict.column('server').doUpdateSet((eb) => ({
        memory: eb.ref('excluded.memory'),
        version: eb('memory.version', '+', 1),
      })),
    )
    .execute();
}

/**
 * Sets the programme; all that is remembered besides stays as it is.
 *
 * @param version - of the memory that it was made for
 * @throws WriteConflict if that is not the version any more
 */
export async function writeProgramme(
  trx: StoreTransaction,
  server: string,
  { programme, version }: { readonly programme: Programme; readonly version: number },
): Promise<void> {
  const row = await trx
    .updateTable('memory')
    .set({ programme: canonicalJson(programme), version: version + 1 })
    .where('server', '=', server)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (!row) {
    throw new WriteConflict();
  }
}

/** Everything that a server remembers, its programme included. @throws WriteConflict if that is not the version any more */
export async function replaceMemory(
  trx: StoreTransaction,
  server: string,
  { memory, version }: { readonly memory: Memory; readonly version: number },
): Promise<void> {
  const row = await trx
    .updateTable('memory')
    .set({
      memory: canonicalJson(memory),
      programme: canonicalJson(memory.programme),
      version: version + 1,
    })
    .where('server', '=', server)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (!row) {
    throw new WriteConflict();
  }
}

/** What a server remembers first. @throws WriteConflict if somebody else was faster */
export async function insertMemory(trx: StoreTransaction, server: string, memory: Memory): Promise<void> {
  const inserted = await trx
    .insertInto('memory')
    .values({
      server,
      memory: canonicalJson(memory),
      programme: canonicalJson(memory.programme),
      version: 1,
    })
    .onConflict((conflict) => conflict.column('server').doNothing())
    .returning('version')
    .executeTakeFirst();
  if (!inserted) {
    throw new WriteConflict();
  }
}
