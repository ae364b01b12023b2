import { availableParallelism } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import { type BotOrder } from '#test/support/process/killable-life.ts';
import { type Outcome, type Scene, openScene, type Story } from './scene.ts';

/** Milliseconds for which the bot is dead: longer than Discord remembers a nonce. */
const AWAY = 3_600_000;

/** A place in a life at which it is killed, and how. */
export type Death = {
  readonly name: string;
  readonly dieAt?: BotOrder['dieAt'];
  /** Arms the scene's Discord, once the life has begun. */
  readonly arm?: (scene: Scene, life: ReturnType<Scene['start']>) => void;
};

/**
 * Plays a story once for each death, lets the bot come back, and compares what is left with the undisturbed story.
 *
 * @returns a line for each death after which something is not as it would have been
 */
export async function dieEverywhere(
  story: Story,
  deaths: readonly Death[],
  expected: Outcome,
): Promise<readonly string[]> {
  const failures: string[] = [];
  const waiting = deaths.entries();
  const began = Date.now();
  const work = async (): Promise<void> => {
    for (const [index, death] of waiting) {
      failures.push(...(await dieOnce(story, death, expected)));
      if ((index + 1) % 20 === 0 || index + 1 === deaths.length) {
        const seconds = Math.round((Date.now() - began) / 1_000);
        console.log(`${index + 1} of ${deaths.length} kills, ${failures.length} failed, ${seconds} s`);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
  return failures;
}

async function dieOnce(
  story: Story,
  { name, dieAt, arm }: Death,
  expected: Outcome,
): Promise<readonly string[]> {
  const scene = await openScene({ ...story, away: AWAY });
  try {
    const life = scene.start(dieAt);
    arm?.(scene, life);
    if ((await life.ended) !== undefined) {
      return [`${name}: the bot was not killed`];
    }
    const outcome = await scene.playOut();
    return differences(outcome, expected).map((difference) => `${name}: ${difference}`);
  } catch (error) {
    return [`${name}: ${String(error)}`];
  } finally {
    await scene.close();
  }
}

function differences(found: Outcome, expected: Outcome): readonly string[] {
  const lines: string[] = [];
  if (found.messages.length !== expected.messages.length) {
    lines.push(`${found.messages.length} messages and not ${expected.messages.length}`);
  }
  found.messages.forEach((message, place) => {
    const wanted = expected.messages[place] ?? '';
    if (message !== wanted) {
      lines.push(`message ${place + 1} has ${excerpt(message, wanted)} for ${excerpt(wanted, message)}`);
    }
  });
  for (const [part, kept] of Object.entries(expected.account.kept)) {
    if (!isDeepStrictEqual(found.account.kept[part], kept)) {
      const [other, wanted] = [found.account.kept[part], kept].map((value) => JSON.stringify(value) ?? '');
      lines.push(`${part} has ${excerpt(other, wanted)} for ${excerpt(wanted, other)}`);
    }
  }
  return lines;
}

/** Characters of an excerpt before and after the first difference. */
const AROUND = 60;

/** Where a text begins to differ from another. */
function excerpt(text = '', other = ''): string {
  const found = Array.from(text).findIndex((letter, place) => letter !== other[place]);
  const place = found < 0 ? text.length : found;
  return `"${text.slice(Math.max(0, place - AROUND), place + AROUND)}"`;
}
