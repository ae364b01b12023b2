import { join } from 'node:path';
import { storeFailure } from '#adapters/store/sqlite/sqlite-failure.ts';
import { isProblem } from '#domain/problem.ts';
import { terminalSentence } from '#discord/problems/terminal-sentence.ts';
import { PortTaken } from '#playground/loopback-server.ts';
import { StoreUnusable as PlaygroundUnusable } from '#playground/store/store.ts';

/** What somebody at a terminal is told of a failure: what it is, and what to do about it. */
export function failureSentence(error: unknown): string {
  if (error instanceof PortTaken) {
    return `Port ${error.port} is taken by another program. Choose another one with --port, or leave it out for a free one.`;
  }
  if (error instanceof PlaygroundUnusable && error.cause !== undefined) {
    return terminalSentence(storeFailure(join(error.folder, 'playground.sqlite'), error.cause));
  }
  if (isProblem(error)) {
    return terminalSentence(error);
  }
  return error instanceof Error ? error.message : String(error);
}
