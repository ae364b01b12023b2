import type { Decision, Memory } from '#domain/signal/decision.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { initialMemory } from '#engine/decision/evaluate.ts';
import { someSettings } from './decision.ts';
import { type Wishes, tellStory } from './market-story.ts';
import { BOTH_RISE, FAR_BELOW, RUT_FALLS, playAll, posted, times } from './play-story.ts';

/**
 * A weak CPI at session 0; small caps fall for six sessions, then everything recovers. Dual confirmation comes on
 * session 1, the window is over after session 5, and the unwind begins on session 12.
 */
export const story = tellStory([...times(6, RUT_FALLS), ...times(20, BOTH_RISE)]);

export const weakCpi = story.print(0, FAR_BELOW);

/** The CPI, and breadth that somebody counts. */
export const COUNTED: Wishes = { prints: [weakCpi], breadth: true };

/** What is known at an official evaluation of the story. */
export function official(place: number, wishes: Wishes = COUNTED): Snapshot {
  return story.at(place, 'official', wishes);
}

/** The print, and the official closes 0 to `last`. */
export function closesUntil(
  last: number,
  wishes: Wishes = COUNTED,
  settings = someSettings(),
): readonly Decision[] {
  const closes = Array.from({ length: last + 1 }, (_, place) => official(place, wishes));
  return playAll([story.at(0, 'print', wishes), ...closes], { settings });
}

/** What a server remembers once the card of a close has been posted. */
export function memoryAfter(place: number, settings = someSettings()): Memory {
  const last = closesUntil(place, COUNTED, settings).at(-1);
  return last ? posted(last) : initialMemory(settings);
}
