/** What stands in the place of a secret. */
const HIDDEN = '[hidden]';

/** A bot token: user id, time and signature, each in base64url. @see https://discord.com/developers/docs/reference */
const BOT_TOKEN = /[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/g;

/** Tokens of webhooks and interactions stand in the path behind an id. */
const PATH_TOKEN = /((?:webhooks|interactions)\/\d{17,20}\/)[^/?#\s"'\\]+/g;

/** `key=…` and its kind in a query or a form. */
const QUERY_SECRET =
  /((?:^|[?&\s])(?:token|key|api_?key|apikey|registrationkey|access_token)=)[^&#\s"'\\]+/gi;

const AUTHORIZATION = /\b((?:Bot|Bearer) )[\w.~+/=-]{16,}/g;

/** Members whose value is a secret, whatever it looks like. */
const SECRET_NAME = /^(?:token|authorization|password|secret|api_?key|registrationkey|.*_token)$/i;

/** A text without the secrets that it may carry. */
function redactText(text: string): string {
  return text
    .replaceAll(AUTHORIZATION, `$1${HIDDEN}`)
    .replaceAll(BOT_TOKEN, HIDDEN)
    .replaceAll(PATH_TOKEN, `$1${HIDDEN}`)
    .replaceAll(QUERY_SECRET, `$1${HIDDEN}`);
}

/**
 * A value as JSON can carry it, without secrets: errors with all they hold (name, message, stack, cause, facts),
 * maps and sets as lists, circles as `[circle]`.
 */
export function redact(value: unknown): unknown {
  return redacted(value, []);
}

function redacted(value: unknown, above: readonly object[]): unknown {
  if (typeof value === 'string') {
    return redactText(value);
  }
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'bigint' ? value.toString() : value;
  }
  if (above.includes(value)) {
    return '[circle]';
  }
  return redactedObject(value, [...above, value]);
}

function redactedObject(value: object, above: readonly object[]): unknown {
  if (value instanceof Date || value instanceof URL) {
    return redactText(String(value.toJSON()));
  }
  if (ArrayBuffer.isView(value)) {
    return `[${value.byteLength} bytes]`;
  }
  if (Array.isArray(value) || value instanceof Set || value instanceof Map) {
    return Array.from<unknown, unknown>(value, (item) => redacted(item, above));
  }
  const members = value instanceof Error ? errorMembers(value) : Object.entries(value);
  return Object.fromEntries(
    members.map(([name, member]) => [name, SECRET_NAME.test(name) ? HIDDEN : redacted(member, above)]),
  );
}

/** An error's own words are not enumerable; whatever else was put on it is. */
function errorMembers(error: Error): readonly [string, unknown][] {
  const texts: [string, unknown][] = [
    ['name', error.name],
    ['message', error.message],
    ['stack', error.stack],
  ];
  const inner: [string, unknown][] = 'errors' in error ? [['errors', error.errors]] : [];
  const cause: [string, unknown][] = error.cause === undefined ? [] : [['cause', error.cause]];
  const facts = Object.entries(error).filter(([name]) => !['name', 'message', 'stack'].includes(name));
  return [...texts, ...facts, ...inner, ...cause];
}
