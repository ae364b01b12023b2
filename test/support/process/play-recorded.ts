import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { thresholds } from '#config/thresholds.ts';
import { openStore } from '#adapters/store/open-store.ts';
import type { Decision } from '#domain/signal/decision.ts';
import { openRecorded, RECORDED_SERVER } from './open-recorded.ts';

/** Every decision of an episode, oldest first, played to its last instant or on to the end of its recording. */
export async function playRecorded(id: string, until: 'last' | 'end'): Promise<readonly Decision[]> {
  const folder = await mkdtemp(join(tmpdir(), 'vega-play-'));
  const replay = await openRecorded({ id, folder, withBook: false });
  await replay.stepper.start();
  if (until === 'end') {
    await replay.stepper.continue();
    await replay.stepper.start();
  }
  await replay.close();
  const store = await openStore(folder, thresholds);
  const decisions = await store.ledger.decisions(RECORDED_SERVER, 1_000);
  await store.close();
  await rm(folder, { recursive: true });
  return decisions.toReversed();
}
