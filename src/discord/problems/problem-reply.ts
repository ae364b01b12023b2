import { isProblem } from '#domain/problem.ts';
import type { Reply } from '#discord/command/command.ts';
import { TROUBLE_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { text } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { problemSentence } from './problem-sentence.ts';

/** Somebody waited until the end of their timeout. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut';
}

/** What a person is told when their request failed. `reference` finds the failure in the log. */
export function problemReply(error: unknown, reference: string): Reply {
  const foreseen = isProblem(error);
  const sentences = (foreseen ? problemSentence(error) : unforeseen(error)).split('\n');
  const lines = foreseen ? sentences : [...sentences, en.problems.reference(reference)];
  return { view: fit({ accent: TROUBLE_ACCENT, parts: [text(...lines)] }), audience: 'caller' };
}

function unforeseen(error: unknown): string {
  return error instanceof TimedOut ? en.problems.tooSlow : en.problems.ourSide;
}
