const HIDDEN = '[hidden]';

/** `key=…` and its kind in an address, should a secret be there that nobody told of. */
const QUERY_SECRET = /([?&](?:token|key|api_?key|registrationkey|access_token)=)[^&#\s"'\\]+/gi;

/** Errors of errors that are looked into. */
const DEPTH = 5;

/** A text in which neither these secrets stand, as they are or as an address writes them, nor others like them. */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .reduce((left, secret) => left.replaceAll(secret, HIDDEN), text)
    .replaceAll(QUERY_SECRET, `$1${HIDDEN}`);
}

/** What an error says, with its causes and without secrets; whatever else was put on it is left out. */
export function withoutSecrets(error: unknown, secrets: readonly string[], depth = DEPTH): Error {
  if (!(error instanceof Error)) {
    return new Error(hideSecrets(String(error), secrets));
  }
  const hasCause = error.cause !== undefined && depth > 0;
  const plain = new Error(
    hideSecrets(error.message, secrets),
    hasCause ? { cause: withoutSecrets(error.cause, secrets, depth - 1) } : undefined,
  );
  plain.name = error.name;
  plain.stack = hideSecrets(error.stack ?? '', secrets);
  return plain;
}

/** An error and its causes in one line. */
export function inWords(error: Error): string {
  return error.cause instanceof Error ? `${error.message}: ${inWords(error.cause)}` : error.message;
}
