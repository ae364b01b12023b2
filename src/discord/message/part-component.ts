import { type APIComponentInContainer, type APITextDisplayComponent, ComponentType } from 'discord.js';
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
      return row(part);
    case 'select':
      return row(part);
  }
}

function row(part: ButtonRow | SelectRow): APIComponentInContainer {
  return part.kind === 'buttons'
    ? { type: ComponentType.ActionRow, components: [...part.buttons] }
    : {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.StringSelect,
            custom_id: part.customId,
            placeholder: part.placeholder,
            options: [...part.options],
          },
        ],
      };
}

export function textDisplay(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}
