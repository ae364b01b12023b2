import { join } from 'node:path';
import { storeFailure } from '#adapters/store/sqlite-failure.ts';
import { isProblem, type Problem } from '#domain/problem.ts';
import { PortTaken } from '#playground/loopback-server.ts';
import { StoreUnusable as PlaygroundUnusable } from '#playground/store/store.ts';

/** What somebody at a terminal is told of a failure: what it is, and what to do about it. */
export function failureSentence(error: unknown): string {
  if (error instanceof PortTaken) {
    return `Port ${error.port} is taken by another program. Choose another one with --port, or leave it out for a free one.`;
  }
  if (error instanceof PlaygroundUnusable && error.cause !== undefined) {
    return problemSentence(storeFailure(join(error.folder, 'playground.sqlite'), error.cause));
  }
  if (isProblem(error)) {
    return problemSentence(error);
  }
  return error instanceof Error ? error.message : String(error);
}

function problemSentence(problem: Problem): string {
  switch (problem.code) {
    case 'unknown-episode':
      return `There is no recorded episode of ${problem.id}. There are: ${problem.known.join(', ')}.`;
    case 'unknown-setting':
      return `There is no threshold ${problem.key}.${problem.similar.length > 0 ? ` Did you mean ${problem.similar.join(', ')}?` : ''}`;
    case 'invalid-setting':
      return `${problem.key} takes ${problem.expected}.`;
    case 'unknown-preset':
      return `There is no preset ${problem.preset}. There are: ${problem.known.join(', ')}.`;
    case 'store-unusable':
      return storeSentence(problem.file, problem.why);
    default:
      return problem.message;
  }
}

function storeSentence(file: string, why: Extract<Problem, { code: 'store-unusable' }>['why']): string {
  switch (why) {
    case 'locked':
      return `${file} is in use by another process. Stop that one, or give this one a folder of its own with DATA_DIR.`;
    case 'corrupt':
      return `${file} is damaged and was left as it is. Restore a copy, or move it away to begin anew.`;
    case 'newer':
      return `${file} was written by a newer version and was left as it is. Update Vega Steward, or choose another folder with DATA_DIR.`;
    case 'full':
      return `There is no room on the disk of ${file}. Make some, and start again: nothing is half-written.`;
    case 'unreadable':
      return `${file} cannot be read or written. Check who owns the folder, or choose another one with DATA_DIR.`;
  }
}
