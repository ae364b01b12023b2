/** The flag of a message that is made of components only. */
export const V2 = 1 << 15;
const button = (customId: string, more: object = {}) => ({
  type: 2,
  style: 1,
  label: 'Press',
  custom_id: customId,
  ...more,
});
const row = (...components: readonly object[]) => ({ type: 1, components });
export const text = (content: string) => ({ type: 10, content });
const field = { name: 'n', value: 'v' };

/** Messages with what Discord says of them: the path of the field, and the word for what is wrong. */
export const REFUSED: readonly (readonly [title: string, payload: object, path: string, code: string])[] = [
  ['content of 2001 characters', { content: 'x'.repeat(2001) }, 'content', 'BASE_TYPE_MAX_LENGTH'],
  ['a nonce of 26 characters', { content: 'x', nonce: 'n'.repeat(26) }, 'nonce', 'BASE_TYPE_MAX_LENGTH'],
  [
    'eleven embeds',
    { embeds: Array.from({ length: 11 }, () => ({ title: 't' })) },
    'embeds',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'an embed title of 257 characters',
    { embeds: [{ title: 't'.repeat(257) }] },
    'embeds.0.title',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    '26 fields',
    { embeds: [{ fields: Array.from({ length: 26 }, () => field) }] },
    'embeds.0.fields',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a field without a value',
    { embeds: [{ fields: [{ name: 'n' }] }] },
    'embeds.0.fields.0.value',
    'BASE_TYPE_REQUIRED',
  ],
  [
    'embeds of 6001 characters together',
    { embeds: [{ description: 'd'.repeat(4000) }, { description: 'd'.repeat(2001) }] },
    'embeds',
    'MAX_EMBED_SIZE_EXCEEDED',
  ],
  [
    'an embed picture that no file brings',
    { embeds: [{ title: 't', image: { url: 'attachment://gone.png' } }] },
    'embeds.0.image.url',
    'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
  ],
  [
    'content beside Components V2',
    { flags: V2, content: 'x', components: [text('y')] },
    'content',
    'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  ['a text display without the flag', { components: [text('y')] }, 'components.0.type', 'UNION_TYPE_CHOICES'],
  [
    'six rows',
    { components: Array.from({ length: 6 }, (_, n) => row(button(`b${n}`))) },
    'components',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'six buttons in a row',
    { components: [row(...Array.from({ length: 6 }, (_, n) => button(`b${n}`)))] },
    'components.0.components',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'the same custom id twice',
    { components: [row(button('a'), button('a'))] },
    'components.0.components.1.custom_id',
    'COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  [
    'a custom id of 101 characters',
    { components: [row(button('a'.repeat(101)))] },
    'components.0.components.0.custom_id',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a label of 81 characters',
    { components: [row(button('a', { label: 'l'.repeat(81) }))] },
    'components.0.components.0.label',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a list of 26 choices',
    {
      components: [
        row({
          type: 3,
          custom_id: 's',
          options: Array.from({ length: 26 }, (_, n) => ({ label: `${n}`, value: `${n}` })),
        }),
      ],
    },
    'components.0.components.0.options',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    '41 components counted with those inside',
    { flags: V2, components: [{ type: 17, components: Array.from({ length: 40 }, () => text('x')) }] },
    'components',
    'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  ],
  [
    '4001 characters of text together',
    { flags: V2, components: [text('x'.repeat(4000)), text('x')] },
    'components',
    'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  ],
  [
    'a gallery picture that no file brings',
    { flags: V2, components: [{ type: 12, items: [{ media: { url: 'attachment://gone.png' } }] }] },
    'components.0.items.0.media.url',
    'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
  ],
  [
    'a section without what stands beside it',
    { flags: V2, components: [{ type: 9, components: [text('x')] }] },
    'components.0.accessory',
    'BASE_TYPE_REQUIRED',
  ],
];

/** The same of commands that are set together. */
export const REFUSED_COMMANDS: typeof REFUSED = [
  [
    'a name with capitals',
    { name: 'Signal', description: 'd' },
    '0.name',
    'APPLICATION_COMMAND_INVALID_NAME',
  ],
  ['a name of 33 characters', { name: 'n'.repeat(33), description: 'd' }, '0.name', 'BASE_TYPE_BAD_LENGTH'],
  ['no description', { name: 'n' }, '0.description', 'BASE_TYPE_REQUIRED'],
  [
    '26 options',
    {
      name: 'n',
      description: 'd',
      options: Array.from({ length: 26 }, (_, n) => ({ type: 3, name: `o${n}`, description: 'd' })),
    },
    '0.options',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    '26 choices',
    {
      name: 'n',
      description: 'd',
      options: [
        {
          type: 3,
          name: 'o',
          description: 'd',
          choices: Array.from({ length: 26 }, (_, n) => ({ name: `${n}`, value: `${n}` })),
        },
      ],
    },
    '0.options.0.choices',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a required option after one that is not',
    {
      name: 'n',
      description: 'd',
      options: [
        { type: 3, name: 'a', description: 'd' },
        { type: 3, name: 'b', description: 'd', required: true },
      ],
    },
    '0.options.1',
    'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  [
    'more than 8000 characters',
    {
      name: 'n',
      description: 'd',
      options: Array.from({ length: 4 }, (_, n) => ({
        type: 3,
        name: `o${n}`,
        description: 'd',
        choices: Array.from({ length: 25 }, (__, m) => ({
          name: `${m}`.padEnd(50),
          value: `${m}`.padEnd(50),
        })),
      })),
    },
    '0',
    'APPLICATION_COMMAND_TOO_LARGE',
  ],
];
