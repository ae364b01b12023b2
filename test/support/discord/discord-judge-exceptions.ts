/**
 * Where Discord's OpenAPI document, or the schemas generated from it, is known to be wrong: what is said here is
 * mended before it is compared, and nothing else is.
 */
export type Judge = 'package' | 'document';
export type Side = 'request' | 'answer';

type Exception = {
  /** How the document differs from what Discord does. */
  readonly reason: string;
  readonly judges: readonly Judge[];
  readonly side: Side;
  /** What stands there instead; the value itself where the exception does not apply. */
  readonly mend: (key: string, value: unknown, path: readonly string[]) => unknown;
};

const EXCEPTIONS: readonly Exception[] = [
  {
    reason:
      'Discord writes times with +00:00, which the document allows; the generated schemas take only a final Z.',
    judges: ['package'],
    side: 'answer',
    mend: (key, value) =>
      typeof value === 'string' && /timestamp|_at$|_until$|premium_since/.test(key)
        ? value.replace(/\+00:00$/, 'Z')
        : value,
  },
  {
    reason:
      'The codes of single fields are words such as BASE_TYPE_REQUIRED (documented under "Error messages"); the document says integer.',
    judges: ['package', 'document'],
    side: 'answer',
    mend: (key, value, path) =>
      key === 'code' && typeof value === 'string' && path.includes('_errors') ? 0 : value,
  },
  {
    reason:
      'default_member_permissions is a bit set in a string, since it outgrows the integers of JSON; the document says integer.',
    judges: ['package', 'document'],
    side: 'request',
    mend: (key, value) =>
      key === 'default_member_permissions' && typeof value === 'string' ? Number(value) : value,
  },
];

/** The value with all exceptions of this judge applied. */
export function mended(value: unknown, judge: Judge, side: Side): unknown {
  const applying = EXCEPTIONS.filter(
    (exception) => exception.side === side && exception.judges.includes(judge),
  );
  return walk(value, '', [], (key, inner, path) =>
    applying.reduce((current, { mend }) => mend(key, current, path), inner),
  );
}

type Mend = (key: string, value: unknown, path: readonly string[]) => unknown;

function walk(value: unknown, key: string, path: readonly string[], mend: Mend): unknown {
  if (Array.isArray(value)) {
    return value.map((item, index) => walk(item, String(index), [...path, String(index)], mend));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, walk(inner, name, [...path, name], mend)]),
    );
  }
  return mend(key, value, path);
}
