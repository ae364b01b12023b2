/** The tokens of interactions and webhooks in addresses, and of bots in headers. */
const TOKENS = /(\/(?:interactions|webhooks)\/\d+\/)[\w%.-]+|(\bBot )[\w-]+\.[\w-]+\.[\w-]+/g;

/** Errors of errors that are looked into. */
const DEPTH = 5;

/**
 * An error that may be written to a log.
 *
 * Discord's errors carry the address of the request, which holds the interaction's token, and its whole body: of
 * those the message, the stack and the causes are kept.
 */
export function withoutSecrets(error: unknown, depth = DEPTH): unknown {
  if (!(error instanceof Error) || depth === 0) {
    return typeof error === 'string' ? redact(error) : error;
  }
  const plain = new Error(redact(error.message));
  plain.name = error.name;
  if (error.stack !== undefined) {
    plain.stack = redact(error.stack);
  }
  if (error.cause !== undefined) {
    plain.cause = withoutSecrets(error.cause, depth - 1);
  }
  return plain;
}

function redact(text: string): string {
  return text.replaceAll(TOKENS, '$1$2…');
}
