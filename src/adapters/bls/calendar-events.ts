/** One line of a calendar: its name, its parameters and its text with the escapes undone. */
export type CalendarLine = {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly text: string;
};

/** An event: its lines by name. Of several lines of one name the first stands. */
export type CalendarEvent = ReadonlyMap<string, CalendarLine>;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', N: '\n' };

/** Name, parameters each behind a semicolon (quoted ones may hold anything but a quote), a colon, the text. */
const LINE = /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)$/;
const PARAMETER = /;([A-Za-z0-9-]+)=("[^"]*"|[^";:]*)/g;

/**
 * The events of an iCalendar file, in its order.
 *
 * @see RFC 5545, sections 3.1 (folded lines) and 3.3.11 (escapes)
 */
export function calendarEvents(body: string): readonly CalendarEvent[] {
  const lines = body
    .replaceAll(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .flatMap(readLine);
  const events: Map<string, CalendarLine>[] = [];
  let inside: Map<string, CalendarLine> | undefined;
  for (const line of lines) {
    if (line.text === 'VEVENT' && (line.name === 'BEGIN' || line.name === 'END')) {
      inside = line.name === 'BEGIN' ? new Map() : undefined;
      events.push(...(inside ? [inside] : []));
    } else if (inside && !inside.has(line.name)) {
      inside.set(line.name, line);
    }
  }
  return events;
}

function readLine(line: string): readonly CalendarLine[] {
  const [, name, parameters = '', text = ''] = LINE.exec(line) ?? [];
  if (name === undefined) {
    return [];
  }
  const pairs = [...parameters.matchAll(PARAMETER)].map(
    ([, key = '', value = '']) => [key.toUpperCase(), value.replaceAll('"', '')] as const,
  );
  return [{ name: name.toUpperCase(), parameters: new Map(pairs), text: unescaped(text) }];
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, (_, character: string) => ESCAPES[character] ?? character);
}
