import { Client, Events, GatewayIntentBits } from 'discord.js';

/*
 * The peer: what the guide of discord.js begins with. One command, answered at once, nothing stored. Where the local
 * Discord is, it reads from its environment.
 */

const { DISCORD_API: api = '', DISCORD_TOKEN: token = '' } = process.env;
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } });

client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isChatInputCommand()) {
    interaction.reply('Pong!').catch((error: unknown) => console.error(error));
  }
});

client.once(Events.ClientReady, ({ application, guilds }) => {
  const [server = ''] = guilds.cache.keys();
  application.commands.set([{ name: 'ping', description: 'Answers' }], server).then(
    () => console.log('ready'),
    (error: unknown) => {
      console.error(error);
      process.exitCode = 1;
      return client.destroy();
    },
  );
});

process.once('SIGTERM', () => {
  client.destroy().then(
    () => process.exit(),
    () => process.exit(1),
  );
});

await client.login(token);
