import type { Problem } from '#domain/problem.ts';
import { en } from '#discord/texts/en.ts';
import { problemSentence } from './problem-sentence.ts';

const { terminal: texts, similar } = en.problems;

/**
 * What somebody at a terminal is told of a problem: where a command of Discord's would not help them, what does
 * there; all else in the same words as on Discord.
 */
export function terminalSentence(problem: Problem): string {
  switch (problem.code) {
    case 'unknown-episode':
      return texts.unknownEpisode(problem.id, problem.known.join(', '));
    case 'unknown-setting':
      return [
        texts.unknownSetting(problem.key),
        ...(problem.similar.length > 0 ? [similar(problem.similar.join(', '))] : []),
      ].join(' ');
    case 'invalid-setting':
      return texts.invalidSetting(problem.key, problem.expected);
    case 'unknown-preset':
      return texts.unknownPreset(problem.preset, problem.known.join(', '));
    case 'store-unusable':
      return texts.store[problem.why](problem.file);
    // Whoever runs it can mend a file or a key: the message says which.
    case 'history-unusable':
    case 'source-changed':
    case 'source-unavailable':
      return problem.message;
    default:
      return problemSentence(problem);
  }
}
