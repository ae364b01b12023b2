/** Discord's component types that carry text or hold others. */
const TEXT = 10;
const MEDIA = 12;
const BUTTON = 2;
const SEPARATOR = 14;

/** Columns a line is wrapped to: what an ordinary terminal window has. */
const WIDTH = 100;

/**
 * A Discord message as plain lines, to be read in a terminal.
 *
 * @param message - as the REST API gives it; parts of unknown form are passed over
 */
export function terminalMessage(message: unknown): string {
  const lines: string[] = [];
  const content = field(message, 'content');
  if (typeof content === 'string' && content !== '') {
    lines.push(...plain(content));
  }
  for (const embed of list(message, 'embeds')) {
    lines.push(...embedLines(embed, list(message, 'attachments')));
  }
  for (const component of list(message, 'components')) {
    lines.push(...componentLines(component));
  }
  return lines.map((line) => `  ${line}`.trimEnd()).join('\n');
}

/** A box's text, and what its picture shows: the picture itself has no words, the file that it is has. */
function embedLines(embed: unknown, attachments: readonly unknown[]): readonly string[] {
  const description = field(embed, 'description');
  const [file] = field(embed, 'image') === undefined ? [] : attachments;
  const shows = field(file, 'description');
  return [
    ...(typeof description === 'string' ? plain(description) : []),
    ...(typeof shows === 'string' ? plain(`[picture: ${shows}]`) : []),
  ];
}

function componentLines(component: unknown): readonly string[] {
  switch (field(component, 'type')) {
    case TEXT: {
      const content = field(component, 'content');
      return typeof content === 'string' ? plain(content) : [];
    }
    case SEPARATOR:
      return [''];
    case MEDIA:
      return list(component, 'items').flatMap((item) => {
        const description = field(item, 'description');
        return typeof description === 'string' ? plain(`[picture: ${description}]`) : ['[picture]'];
      });
    case BUTTON: {
      const label = field(component, 'label');
      return typeof label === 'string' ? [`[${label}]`] : [];
    }
    default:
      return rowLines(component);
  }
}

/** A row of buttons goes on one line; whatever else holds components, theirs go below each other. */
function rowLines(component: unknown): readonly string[] {
  const inner = list(component, 'components').map(componentLines);
  const accessory = field(component, 'accessory');
  const all = accessory === undefined ? inner : [...inner, componentLines(accessory)];
  return field(component, 'type') === 1 ? wrap(all.flat().join(' ')) : all.flat();
}

/** Discord's markdown without its marks, wrapped. */
function plain(markdown: string): readonly string[] {
  const text = markdown
    .replaceAll(/<t:(\d+)(?::\w)?>/g, (_, seconds: string) => instant(Number(seconds)))
    .replaceAll(/^(#{1,3}|-#) /gm, '')
    .replaceAll('**', '')
    .replaceAll(/^```\n|\n```$/gm, '')
    .replaceAll('`', '');
  return text.split('\n').flatMap(wrap);
}

function instant(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function wrap(line: string): readonly string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > WIDTH) {
    const space = rest.lastIndexOf(' ', WIDTH);
    const end = space > 0 ? space : WIDTH;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...lines, rest];
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function list(value: unknown, name: string): readonly unknown[] {
  const items = field(value, name);
  return Array.isArray(items) ? items : [];
}
