import type { APISelectMenuOption } from 'discord.js';
import { clip } from './clip.ts';
import type { Part } from './view.ts';

/** Discord's limits. The sum of text is what its servers enforce; the documentation leaves it out. */
export const LIMITS = {
  components: 40,
  /** Characters of all texts together. */
  text: 4_000,
  label: 80,
  /** Characters of a select's placeholder, and of an option's label and description. */
  placeholder: 150,
  option: 100,
  options: 25,
  /** Characters of what a picture shows in words. */
  shows: 1_024,
};

/** Characters of one line, far more than a line of ours ever has. */
const LINE = 600;

/** A part cut to what Discord takes of it, whatever else the message holds. */
export function withinItsOwnLimits(part: Part): Part {
  switch (part.kind) {
    case 'text':
      return { ...part, lines: part.lines.map((line) => clip(line, LINE)) };
    case 'buttons':
      return {
        ...part,
        buttons: part.buttons.map((button) => ({ ...button, label: clip(button.label ?? '', LIMITS.label) })),
      };
    case 'select':
      return {
        ...part,
        placeholder: clip(part.placeholder, LIMITS.placeholder),
        options: part.options.slice(0, LIMITS.options).map(withinOption),
      };
    case 'picture':
      return { ...part, shows: clip(part.shows, LIMITS.shows) };
    case 'file':
    case 'rule':
      return part;
  }
}

function withinOption(option: APISelectMenuOption): APISelectMenuOption {
  return {
    ...option,
    label: clip(option.label, LIMITS.option),
    value: clip(option.value, LIMITS.option),
    ...(option.description !== undefined && { description: clip(option.description, LIMITS.option) }),
  };
}
