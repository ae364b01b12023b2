import type { Env } from '#config/env.ts';
import { createWallClock } from '#adapters/clock/wall-clock.ts';
import { createLog } from '#adapters/log/create-log.ts';
import { runProgram, stopOnSignals } from '#cli/command-line.ts';
import { readStartArguments, START_USAGE } from '#cli/start-arguments.ts';
import { endingSentence, isComplete } from '#replay/ending-sentence.ts';
import { environment } from '#wiring/environment.ts';
import { openSession } from '#wiring/open-session.ts';
import { processTerminal } from '#cli/terminal.ts';

const terminal = processTerminal(process.stdout);

async function run(args: readonly string[]): Promise<void> {
  const startArguments = readStartArguments(args);
  if (startArguments.help) {
    terminal.say(START_USAGE);
    return;
  }
  const env = environment();
  const parts = {
    env,
    startArguments,
    terminal,
    isTerminal: process.stdout.isTTY,
    log: createLog({ stream: process.stderr, level: env.LOG_LEVEL ?? usualLevel(env) }),
    wallClock: createWallClock(),
  };
  const session = await openSession(parts);
  // An episode cut short is no success to whoever waits for its end.
  stopOnSignals(() => session.stop(), session.endsWithEpisode ? 1 : 0);
  const report = await session.ended;
  terminal.say(endingSentence(report));
  if (session.endsWithEpisode) {
    process.exitCode = isComplete(report) ? 0 : 1;
    await session.stop();
  }
}

/** In the playground the messages themselves are printed. */
function usualLevel({ DISCORD_TOKEN }: Env): 'info' | 'error' {
  return DISCORD_TOKEN === undefined ? 'error' : 'info';
}

// Whoever reads the messages may close the pipe before the last one.
process.stdout.on('error', () => process.exit());

runProgram(run);
