import { describe, expect, it } from 'vitest';
import { createBookFiles } from '#adapters/book-files/book-files.ts';
import { FileTooLarge, ImportOutdated } from '#domain/book/book-file-problem.ts';
import type { ImportChoice } from '#services/book/book-files.ts';
import { bindBook } from '#services/book/index.ts';
import { openBookDesk } from '#test/support/book/book-desk.ts';
import { SECOND_STEWARD, STEWARD } from '#test/support/book/lots.ts';

const { signal } = new AbortController();
const SERVER = { server: '1' };
const OWN = { server: '1', member: STEWARD };
const GIVEN = { name: 'book.csv', size: 1, url: 'https://cdn.example/book.csv' };

const HEADER =
  'instrument,quantity,expiry,settlement,right,strike,long_put,short_put,short_call,long_call,credit,cost,layer,opened_on,note';
const CONDOR = 'SPX,10,2027-01-15,PM,,,5600,5700,6250,6350,12.5,,,2026-11-30,';
const CALLS = 'VIX,4,2027-01-20,,call,22,,,,,,1.85,short,2026-11-30,';
const FRIDAY = 'VIX,4,2027-01-22,,call,22,,,,,,1.85,short,2026-11-30,';

async function openFiles(approvals = 0) {
  const desk = await openBookDesk();
  desk.set({ 'book.approvals': approvals });
  const state: { bytes: Uint8Array } = { bytes: new Uint8Array() };
  const asked: unknown[] = [];
  const { ledger } = desk;
  const services = bindBook({
    ...desk.parts,
    ledger,
    bookFiles: createBookFiles(),
    attachments: {
      async fetch(file, largest) {
        asked.push([file, largest]);
        return state.bytes;
      },
    },
  });
  const give = (...rows: readonly string[]): void => {
    state.bytes = new TextEncoder().encode([HEADER, ...rows].join('\n'));
  };
  return {
    ledger,
    asked,
    services,
    preview: (rows: readonly string[], owner: typeof SERVER = SERVER) => {
      give(...rows);
      return services.previewImport(owner, GIVEN, signal);
    },
    /** Imports the file that a preview came with. */
    take: (file: Uint8Array | undefined, choice: ImportChoice, owner: typeof SERVER = SERVER) => {
      state.bytes = file ?? state.bytes;
      return services.importLots(owner, { by: STEWARD, file: GIVEN, choice }, signal);
    },
    held: async () => (await ledger.openLots(SERVER)).open.map(({ lot }) => lot.id),
  };
}

describe('previewImport', () => {
  it('shows what would be added and stores nothing', async () => {
    const { preview, held } = await openFiles();
    const { fresh, known, faults, source, needsApproval } = await preview([CONDOR, CALLS]);
    expect(fresh.map(({ kind, quantity }) => [kind, quantity])).toEqual([
      ['condor', 10],
      ['hedge', 4],
    ]);
    expect([known, faults, source, needsApproval]).toEqual([[], [], 'steward-csv', false]);
    expect(await held()).toEqual([]);
  });

  it('tells every fault by its line and column, and then has nothing to add', async () => {
    const { preview } = await openFiles();
    const { faults, file } = await preview([CALLS, FRIDAY]);
    expect(faults.map(({ place, fault }) => [place.number, place.column, fault.kind])).toEqual([
      [3, 'expiry', 'not-listed'],
    ]);
    expect(file).toBeUndefined();
  });

  it('asks for no more bytes than a file may have', async () => {
    const { preview, asked } = await openFiles();
    await preview([CALLS]);
    expect(asked).toEqual([[GIVEN, 1_048_576]]);
  });

  it('lets a file that is too large through to whoever gave it as such', async () => {
    const desk = await openBookDesk();
    const attachments = { fetch: () => Promise.reject(new FileTooLarge(1_048_576)) };
    const services = bindBook({
      ...desk.parts,
      ledger: desk.ledger,
      bookFiles: createBookFiles(),
      attachments,
    });
    await expect(services.previewImport(SERVER, GIVEN, signal)).rejects.toThrow(FileTooLarge);
  });

  it('knows a lot again that the book holds, and takes a row that is there twice for one', async () => {
    const { preview, take } = await openFiles();
    const { file, revision } = await preview([CALLS]);
    await take(file, { which: 'fresh', revision });
    const again = await preview([CALLS, CALLS, CONDOR]);
    expect([again.known.length, again.fresh.length, again.ignored.map(({ why }) => why)]).toEqual([
      1,
      1,
      ['repeated'],
    ]);
  });

  it('knows a lot again that waits for a second steward', async () => {
    const { preview, take } = await openFiles(1);
    const { file, revision, needsApproval } = await preview([CALLS]);
    expect(needsApproval).toBe(true);
    expect((await take(file, { which: 'fresh', revision })).kind).toBe('proposed');
    expect((await preview([CALLS])).known).toHaveLength(1);
  });

  it('needs no second steward for a member’s own book', async () => {
    const { preview } = await openFiles(1);
    expect((await preview([CALLS], OWN)).needsApproval).toBe(false);
  });
});

describe('importLots', () => {
  it('adds what the book does not hold', async () => {
    const { preview, take, held } = await openFiles();
    const first = await preview([CALLS]);
    await take(first.file, { which: 'fresh', revision: first.revision });
    const second = await preview([CALLS, CONDOR]);
    await take(second.file, { which: 'fresh', revision: second.revision });
    expect(await held()).toEqual(['H1', 'C1']);
  });

  it('adds all the same what it holds, where somebody wants it', async () => {
    const { preview, take, held } = await openFiles();
    const first = await preview([CALLS]);
    await take(first.file, { which: 'fresh', revision: first.revision });
    const second = await preview([CALLS]);
    await take(second.file, { which: 'all', revision: second.revision });
    expect(await held()).toEqual(['H1', 'H2']);
  });

  it('adds nothing twice when somebody presses twice', async () => {
    const { preview, take, held } = await openFiles();
    const { file, revision } = await preview([CALLS]);
    await take(file, { which: 'fresh', revision });
    await expect(take(file, { which: 'fresh', revision })).rejects.toThrow(ImportOutdated);
    await expect(take(file, { which: 'all', revision })).rejects.toThrow(ImportOutdated);
    expect(await held()).toEqual(['H1']);
  });
});

describe('exportBook', () => {
  it('writes every open lot, so that its own file holds nothing fresh', async () => {
    const { preview, take, services } = await openFiles();
    const { file, revision } = await preview([CONDOR, CALLS]);
    await take(file, { which: 'fresh', revision });
    const { lots, bytes, revision: exported } = await services.exportBook(SERVER, 'csv');
    expect([lots, exported]).toEqual([2, 1]);
    const rows = new TextDecoder().decode(bytes).trim().split('\n').slice(1);
    expect(rows).toHaveLength(2);
    expect(rows.join()).toContain('5600');
  });

  it('has no lots where none are open', async () => {
    const { services } = await openFiles();
    expect((await services.exportBook({ server: '1', member: SECOND_STEWARD }, 'json')).lots).toBe(0);
  });
});
