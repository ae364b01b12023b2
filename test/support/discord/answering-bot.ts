import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  Client,
  ContainerBuilder,
  GatewayIntentBits,
  type Interaction,
  LabelBuilder,
  MediaGalleryBuilder,
  MediaGalleryItemBuilder,
  MessageFlags,
  ModalBuilder,
  type RESTPostAPIApplicationCommandsJSONBody,
  StringSelectMenuBuilder,
  StringSelectMenuOptionBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';

/** 60 by 30 pixels of blue. */
const CHART = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAADwAAAAeCAIAAAD/+uoYAAAANElEQVR42u3OQQkAAAgEsItjJtMZ1RQ+hMECLNXzTqSlpaWlpaWlpaWlpaWlpaWlpaWlryzzTPd65T9aYwAAAABJRU5ErkJggg==',
  'base64',
);

const COMMANDS: RESTPostAPIApplicationCommandsJSONBody[] = [
  {
    name: 'desk',
    description: 'Everything at the desk',
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'why',
        description: 'Why a decision came out as it did',
        options: [
          {
            type: ApplicationCommandOptionType.String,
            name: 'id',
            description: 'Id of the decision',
            required: true,
            autocomplete: true,
          },
          {
            type: ApplicationCommandOptionType.Integer,
            name: 'days',
            description: 'How far back to look',
            min_value: 5,
            max_value: 250,
          },
        ],
      },
      { type: ApplicationCommandOptionType.Subcommand, name: 'secret', description: 'Answers you alone' },
      { type: ApplicationCommandOptionType.Subcommand, name: 'later', description: 'Thinks first' },
      { type: ApplicationCommandOptionType.Subcommand, name: 'silence', description: 'Never answers' },
    ],
  },
];

/** A card as the bot of this project posts it: a container with text, a picture, buttons and a select. */
export const CARD = {
  flags: MessageFlags.IsComponentsV2,
  files: [new AttachmentBuilder(CHART, { name: 'chart.png', description: 'RUT falls behind SPX' })],
  components: [
    new ContainerBuilder()
      .setAccentColor(0xf0_b2_32)
      .addTextDisplayComponents(new TextDisplayBuilder().setContent('## CONFIRMED\nRatio **0.60 → 0.70**'))
      .addMediaGalleryComponents(
        new MediaGalleryBuilder().addItems(
          new MediaGalleryItemBuilder()
            .setURL('attachment://chart.png')
            .setDescription('RUT falls behind SPX'),
        ),
      )
      .addActionRowComponents(
        new ActionRowBuilder<ButtonBuilder>().addComponents(
          new ButtonBuilder().setCustomId('tick').setLabel('Vega by expiry').setStyle(ButtonStyle.Secondary),
          new ButtonBuilder().setCustomId('note').setLabel('Add a note').setStyle(ButtonStyle.Primary),
          new ButtonBuilder()
            .setURL('https://example.org/method')
            .setLabel('Method')
            .setStyle(ButtonStyle.Link),
        ),
      )
      .addActionRowComponents(
        new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
          new StringSelectMenuBuilder()
            .setCustomId('layers')
            .setPlaceholder('Layers to show')
            .setMaxValues(2)
            .addOptions(
              new StringSelectMenuOptionBuilder().setLabel('September').setValue('09'),
              new StringSelectMenuOptionBuilder().setLabel('October').setValue('10'),
            ),
        ),
      ),
  ],
} as const;

const NOTE = new ModalBuilder()
  .setCustomId('note-form')
  .setTitle('Add a note')
  .addLabelComponents(
    new LabelBuilder()
      .setLabel('Note')
      .setTextInputComponent(
        new TextInputBuilder().setCustomId('words').setStyle(TextInputStyle.Paragraph).setMaxLength(200),
      ),
  );

export type AnsweringBot = {
  readonly client: Client<true>;
  /** What went wrong while it answered, oldest first. */
  readonly failures: readonly Error[];
};

/**
 * A discord.js client that answers what the page's tests ask of it.
 *
 * @param thought - when `/desk later` has thought enough
 */
export async function startAnsweringBot(
  api: string,
  token: string,
  thought: Promise<void>,
): Promise<AnsweringBot> {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api }, waitGuildTimeout: 0 });
  const failures: Error[] = [];
  client.on('error', (error) => failures.push(error));
  // oxlint-disable-next-line typescript/no-misused-promises -- discord.js reports what rejects as `error`
  client.on('interactionCreate', (interaction) => answer(interaction, thought));
  const ready = new Promise<Client<true>>((resolve) => {
    client.once('clientReady', resolve);
  });
  await client.login(token);
  const started = await ready;
  await started.application.commands.set(COMMANDS);
  return { client: started, failures };
}

async function answer(interaction: Interaction, thought: Promise<void>): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    await interaction.respond([{ name: `${typed}-4f2a91 confirmed`, value: 'd-4f2a91' }]);
  } else if (interaction.isChatInputCommand()) {
    await answerCommand(interaction, thought);
  } else if (interaction.isButton() && interaction.customId === 'note') {
    await interaction.showModal(NOTE);
  } else if (interaction.isButton()) {
    await interaction.reply(`${interaction.customId} by <@${interaction.user.id}>`);
  } else if (interaction.isStringSelectMenu()) {
    await interaction.reply(`layers ${interaction.values.join(' and ')}`);
  } else if (interaction.isModalSubmit()) {
    await interaction.reply(`noted: ${interaction.fields.getTextInputValue('words')}`);
  }
}

async function answerCommand(
  interaction: ChatInputCommandInteraction,
  thought: Promise<void>,
): Promise<void> {
  const { options } = interaction;
  switch (options.getSubcommand()) {
    case 'why':
      await interaction.reply(`why ${options.getString('id')}, ${options.getInteger('days') ?? 'all'} days`);
      break;
    case 'secret':
      await interaction.reply({ content: 'for you alone', flags: MessageFlags.Ephemeral });
      break;
    case 'later':
      await interaction.deferReply();
      await thought;
      await interaction.editReply('thought it over');
      break;
    default:
      break;
  }
}
