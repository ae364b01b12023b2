import { writeFileSync } from 'node:fs';
import { createEpisodes } from '#adapters/recorded/episodes.ts';
import type { ExpectedClose } from '#domain/history/history.ts';
import { playRecorded } from '#test/support/process/play-recorded.ts';

/**
 * Writes down what the rules make of every recorded episode up to its last instant, by playing it:
 *
 *     node test/support/foretell-episodes.ts
 *
 * Look at what changed before you commit it: this is what a replay is held against.
 */
const TABLE = new URL('../../../src/adapters/recorded/episodes/expected.csv', import.meta.url);

/** State and ratio after each official evaluation up to an episode's last instant. */
export async function foretell(id: string): Promise<readonly ExpectedClose[]> {
  const decisions = await playRecorded(id, 'last');
  return decisions
    .filter(({ evaluation }) => evaluation.kind === 'official')
    .map(({ evaluation, state, ratio }) => ({ session: evaluation.session, state, ratio: ratio.next }));
}

if (import.meta.main) {
  const lines = ['episode,session,state,ratio'];
  for (const { id } of createEpisodes().list()) {
    for (const { session, state, ratio } of await foretell(id)) {
      lines.push([id, session, state, ratio.toFixed(2)].join(','));
    }
  }
  writeFileSync(TABLE, `${lines.join('\n')}\n`);
}
