import { z } from 'zod';
import type { AlertKind } from '#domain/delivery/alert-kind.ts';
import type { ValueKind } from './value-kind.ts';

const SNOWFLAKE = /^\d{17,20}$/;

/** An id as Discord gives it, or the mention that it makes of one. */
function mentioned(sign: '#' | '@&', expected: string): ValueKind<string> {
  const mention = new RegExp(String.raw`^<${sign}(\d+)>$`);
  return {
    schema: z.string().regex(SNOWFLAKE),
    read: (text) => mention.exec(text.trim())?.[1] ?? text.trim(),
    show: (id) => `<${sign}${id}>`,
    range: expected,
    expected,
  };
}

export const channel = (): ValueKind<string> => mentioned('#', 'a channel');
export const role = (): ValueKind<string> => mentioned('@&', 'a role');

const LOUDNESS = ['on', 'silent', 'off'] as const;

/** Every kind of message, in the order in which they come. */
const ALERT_KINDS: readonly AlertKind[] = [
  'pre-brief',
  'print',
  'hot',
  'check',
  'official',
  'follow-up',
  'unwind',
  'owed',
  'late',
  'missed',
  'calendar',
  'degraded',
  'roll',
  'layer',
  'budget',
  'correction',
];

type Loudness = Readonly<Record<AlertKind, (typeof LOUDNESS)[number]>>;

const Level = z.enum(LOUDNESS);

/** A kind that settings stored before it existed say nothing of. */
const New = Level.default('on');

const LoudnessSchema = z
  .object({
    'pre-brief': Level,
    print: Level,
    hot: Level,
    check: Level,
    official: Level,
    'follow-up': Level,
    unwind: Level,
    owed: New,
    late: Level,
    missed: Level,
    calendar: New,
    degraded: New,
    roll: New,
    layer: New,
    budget: New,
    correction: New,
  })
  .readonly();

/** How loud each kind of message is, written as `check silent, late off`; `all on` sets them all. */
export function loudness(): ValueKind<Loudness> {
  return {
    schema: LoudnessSchema,
    read(text, present) {
      const wishes = text.split(',').map(wishOf);
      return wishes.includes(undefined)
        ? undefined
        : Object.fromEntries([...Object.entries(present), ...wishes.flatMap((wish) => wish ?? [])]);
    },
    show: (levels) => ALERT_KINDS.map((kind) => `${kind} ${levels[kind]}`).join(', '),
    range: 'on, silent or off for each',
    expected: `kinds with on, silent or off, such as "check silent, late off"; the kinds are ${ALERT_KINDS.join(', ')}, or all`,
  };
}

/** `check silent`, `check=silent` or `check: silent`, as pairs of kind and level. */
function wishOf(text: string): readonly (readonly [string, string])[] | undefined {
  const [, kind = '', level = ''] =
    /^([a-z-]+)(?: |\s*[=:]\s*)([a-z]+)$/.exec(text.trim().toLowerCase()) ?? [];
  const meant = kind === 'all' ? ALERT_KINDS : ALERT_KINDS.filter((known) => known === kind);
  return meant.length === 0 || !Level.safeParse(level).success
    ? undefined
    : meant.map((known) => [known, level] as const);
}
