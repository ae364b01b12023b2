import { join } from 'node:path';
import { createWallClock } from '#adapters/clock/wall-clock.ts';
import { createLocalDiscord } from '#playground/local-discord.ts';
import { readOptions, readPort, runProgram, stopOnSignals } from './command-line.ts';
import { environment } from '#wiring/environment.ts';
import { processTerminal } from './terminal.ts';

const USAGE = `npm run playground         a local Discord and its page, for a bot in another process
  --port N                 the port of both (a free one unless told)`;

/** The local Discord alone, for a bot in another process. */
async function run(args: readonly string[]): Promise<void> {
  const { help, port } = readOptions(args, {
    command: 'run playground',
    options: { port: { type: 'string', default: '0' } },
  });
  if (help) {
    console.log(USAGE);
    return;
  }
  const env = environment();
  const terminal = processTerminal(process.stdout);
  const clock = createWallClock();
  const discord = createLocalDiscord({
    now: () => clock.now(),
    folder: join(env.DATA_DIR, 'playground'),
    port: readPort(port),
  });
  const { api, pageUrl, token } = await discord.start();
  discord.onMessage((message, change) => {
    if (change === 'created' && message.ephemeralFor === undefined) {
      terminal.message(message, new Date(clock.now()).toISOString());
    }
  });
  terminal.say(`The local Discord is open: ${pageUrl}`);
  terminal.say('A bot in another process finds it with');
  terminal.say(`DISCORD_API=${api} DISCORD_TOKEN=${token} npm start -- --episode 2014-09-17`);
  stopOnSignals(() => discord.stop());
}

runProgram(run);
