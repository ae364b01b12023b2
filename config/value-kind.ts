import { z } from 'zod';

/** One way in which people write a kind of value, and in which it is stored and shown. */
export type ValueKind<Value> = {
  /** What a store may hold. Reading it refuses everything else. */
  readonly schema: z.ZodType<Value>;
  /**
   * What the text says, not yet held against the schema; `undefined` where it says nothing of the kind.
   *
   * @param present - the value as it stands, for texts that change a part of it
   */
  read(text: string, present: Value): unknown;
  /** As people read it; `read` takes it back. */
  show(value: Value): string;
  /** The limits in a table, such as `0.20 to 1.00`. */
  readonly range: string;
  /** The same in a sentence, after "it takes". */
  readonly expected: string;
  /** Where only some values are possible. */
  readonly choices?: readonly string[];
};

/** One of a few words, in any case. */
export function choice<const Word extends string>(...words: readonly [Word, ...Word[]]): ValueKind<Word> {
  return {
    schema: z.enum(words),
    read: (text) => words.find((word) => word.toLowerCase() === text.trim().toLowerCase()),
    show: (word) => word,
    range: words.join(', '),
    expected: `one of ${words.join(', ')}`,
    choices: words,
  };
}

const YES = ['yes', 'on', 'true'];
const NO = ['no', 'off', 'false'];

/** Yes or no. */
export function yesOrNo(): ValueKind<boolean> {
  return {
    schema: z.boolean(),
    read(text) {
      const word = text.trim().toLowerCase();
      return YES.includes(word) || (NO.includes(word) ? false : undefined);
    },
    show: (value) => (value ? 'yes' : 'no'),
    range: 'yes, no',
    expected: 'yes or no',
    choices: ['yes', 'no'],
  };
}

const NONE = ['none', 'unset', 'off', '-', '–', '—'];

/** A value of another kind, or none. */
export function optional<Value>(kind: ValueKind<Value>, usual: Value): ValueKind<Value | null> {
  return {
    schema: kind.schema.nullable(),
    read: (text, present) =>
      NONE.includes(text.trim().toLowerCase()) ? null : kind.read(text, present ?? usual),
    show: (value) => (value === null ? 'none' : kind.show(value)),
    range: `${kind.range}, or none`,
    expected: `${kind.expected}, or none`,
  };
}
