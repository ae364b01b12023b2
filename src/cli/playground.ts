import { join } from 'node:path';
import { createWallClock } from '#adapters/clock/wall-clock.ts';
import { createLocalDiscord } from '#playground/local-discord.ts';
import { readArguments } from './arguments.ts';
import { environment } from '#wiring/environment.ts';
import { failureSentence } from './failure-sentence.ts';
import { processTerminal } from './terminal.ts';

/** The local Discord alone, for a bot in another process. */
async function run(): Promise<void> {
  const env = environment();
  const terminal = processTerminal(process.stdout);
  const clock = createWallClock();
  const discord = createLocalDiscord({
    now: () => clock.now(),
    folder: join(env.DATA_DIR, 'playground'),
    port: readArguments(process.argv.slice(2)).port,
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
  const stop = (): void => {
    discord.stop().then(
      () => process.exit(),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

run().catch((error: unknown) => {
  process.stderr.write(`${failureSentence(error)}\n`);
  process.exit(1);
});
