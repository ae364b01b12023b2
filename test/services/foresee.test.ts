import { describe, expect, it } from 'vitest';
import { thresholds } from '../../config/thresholds.ts';
import type { KnownPrint, Snapshot } from '../../src/domain/snapshot.ts';
import { createForesee } from '../../src/services/foresee.ts';
import { CALENDAR } from '../support/book-desk.ts';
import { openLedger } from '../support/open-ledger.ts';
import { FAR_BELOW } from '../support/play-story.ts';
import { releaseOn } from '../support/releases.ts';
import { story } from '../support/weak-cpi-story.ts';

const { signal } = new AbortController();

/** The evening of session 1; the stewards of server 2 have typed in a weak print of session 0. */
async function foresee(server: string) {
  const typed: KnownPrint = story.print(0, FAR_BELOW);
  const createdForesee = createForesee({
    calendar: CALENDAR,
    ledger: await openLedger(),
    settings: {
      read: async () => ({ version: 0, settings: thresholds.defaults, changes: [] }),
      change: () => Promise.reject(new Error('nobody changes settings here')),
      servers: async () => ['1', '2'],
      remove: async () => undefined,
    },
    takeSnapshot: async () => story.at(1, 'question', { prints: [] }),
    ownEntries: {
      overlay: async (asked, snapshot): Promise<Snapshot> =>
        asked === '2' ? { ...snapshot, prints: [...snapshot.prints, typed] } : snapshot,
    },
  });
  const release = releaseOn('CPI', '2026-12-10');
  const look = await createdForesee(release, { now: release.scheduledAt - 1, hasConsensus: true }, signal);
  return look(server);
}

describe('foresee', () => {
  it('tells a server what follows from a print that its stewards have typed in', async () => {
    const { standing } = await foresee('2');
    expect(standing.event?.releases).toHaveLength(1);
    expect(standing.state).toBe('CAPITULATION');
  });

  it('leaves the others as they are', async () => {
    const { standing } = await foresee('1');
    expect(standing).toMatchObject({ state: 'CALM' });
    expect(standing).not.toHaveProperty('event');
  });
});
