/** Where the bot writes what happened. Facts never hold secrets. */
export interface Log {
  info(event: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(event: string, facts?: Readonly<Record<string, unknown>>): void;
  /** `error` is written whole, its causes and stack included. */
  error(event: string, error: unknown, facts?: Readonly<Record<string, unknown>>): void;
}
