import { z } from 'zod';
import type { ValueKind } from './value-kind.ts';

const HOURS = /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/;

/** Hours of the day, `HH:MM-HH:MM`, over midnight if they end before they begin. */
export function hours(): ValueKind<string> {
  return {
    schema: z.string().regex(HOURS).refine(isNotEmpty, 'begins when it ends'),
    read(text) {
      const [from, until, ...more] = text.trim().split(/\s*(?:-|–|—|\bto\b)\s*/);
      return from === undefined || until === undefined || more.length > 0
        ? undefined
        : `${timeOf(from)}-${timeOf(until)}`;
    },
    show: (value) => value,
    range: 'HH:MM-HH:MM',
    expected: 'hours such as 22:00-07:00',
  };
}

/** `7`, `7:00` and `07:00` are the same time. */
function timeOf(text: string): string {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?::(\d\d))?$/.exec(text) ?? [];
  return `${hour.padStart(2, '0')}:${minute}`;
}

function isNotEmpty(value: string): boolean {
  const [from, until] = value.split('-');
  return from !== until;
}

/** A time zone by its IANA name, in any case. */
export function zone(): ValueKind<string> {
  return {
    schema: z.string().refine((name) => canonicalZone(name) === name, 'is no time zone'),
    read: (text) => canonicalZone(text.trim().replaceAll(' ', '_')),
    show: (name) => name,
    range: 'an IANA time zone',
    expected: 'a time zone such as America/New_York or Europe/Berlin',
  };
}

/** Names that are in the database as they stand: looking one up costs more than reading a server's whole settings. */
const CANONICAL = new Set<string>();

/** The name as the time zone database has it; `undefined` for what is no name, such as `+02:00`. */
function canonicalZone(name: string): string | undefined {
  if (CANONICAL.has(name)) {
    return name;
  }
  try {
    const canonical = /^[a-z]/i.test(name)
      ? new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
      : undefined;
    if (canonical !== undefined) {
      CANONICAL.add(canonical);
    }
    return canonical;
  } catch {
    return undefined;
  }
}
