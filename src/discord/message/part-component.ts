import {
  type APIActionRowComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIStringSelectComponent,
  type APITextDisplayComponent,
  ComponentType,
} from 'discord.js';
import { type ButtonRow, type Part, PICTURE, type SelectRow } from './view.ts';

/** A part in Discord's form. */
export function componentOf(part: Part): APIComponentInContainer {
  switch (part.kind) {
    case 'text':
      return textDisplay(part.lines.join('\n'));
    case 'rule':
      return { type: ComponentType.Separator };
    case 'picture':
      return {
        type: ComponentType.MediaGallery,
        items: [{ media: { url: `attachment://${part.name ?? PICTURE}` }, description: part.shows }],
      };
    case 'file':
      return { type: ComponentType.File, file: { url: `attachment://${part.name}` } };
    case 'buttons':
    case 'select':
      return rowComponent(part);
  }
}

/** A row of buttons, or of one select. */
export function rowComponent(
  part: ButtonRow | SelectRow,
): APIActionRowComponent<APIComponentInMessageActionRow> {
  return {
    type: ComponentType.ActionRow,
    components: part.kind === 'buttons' ? [...part.buttons] : [select(part)],
  };
}

function select({ customId, placeholder, options, mostChosen }: SelectRow): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: customId,
    placeholder,
    options: [...options],
    ...(mostChosen !== undefined && { min_values: 0, max_values: mostChosen }),
  };
}

export function textDisplay(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}
