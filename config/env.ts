import { z } from 'zod';

/** Characters of the shortest token that Discord has ever given out, roughly. */
const SHORTEST_TOKEN = 50;

/** Under `.invalid`, which nobody owns: sources are told honestly that nobody said how to be reached. */
const NO_CONTACT = 'contact-not-set@vega-steward.invalid';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** A server that stands for all providers sees keys as they are: only one on this machine may. */
const LocalAddress = z
  .url({ protocol: /^http$/, error: 'is no http address' })
  .refine(
    (text) => LOOPBACK.has(URL.parse(text)?.hostname ?? ''),
    'is not on this machine (127.0.0.1, localhost or [::1])',
  )
  .transform((text) => new URL(text).origin);

const Key = z.string().regex(/^\S+$/, 'has blanks in it');

const Env = z.object({
  DISCORD_TOKEN: z
    .string()
    .min(SHORTEST_TOKEN, 'is too short for a bot token')
    .regex(/^\S*$/, 'has blanks in it')
    .optional(),
  DISCORD_API: z
    .url({ protocol: /^https?$/, error: 'is no http or https address' })
    .regex(/[^/]$/, 'ends in a slash')
    .optional(),
  DATA_DIR: z.string().default('./data'),
  /** A folder of recorded history, laid out as the backtest reads it; absent: only the episodes that come with the bot. */
  HISTORY_DIR: z.string().optional(),
  /** Absent: `info` on Discord, `error` in the playground, where the messages themselves are printed. */
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).optional(),
  /** Told to every data source. bls.gov answers nobody who gives no address. */
  CONTACT_EMAIL: z.email('is no e-mail address').default(NO_CONTACT),
  BLS_API_KEY: Key.optional(),
  FRED_API_KEY: Key.optional(),
  POLYGON_API_KEY: Key.optional(),
  /** `off`: nobody outside but Discord is asked, and no check is planned. */
  LIVE_SOURCES: z.enum(['on', 'off'], 'is neither on nor off').default('on'),
  /** A local server that answers instead of every provider, each under its host's name; absent: the providers themselves. */
  SOURCES_URL: LocalAddress.optional(),
});

/**
 * Every variable that is read, by name.
 *
 * @internal for tests
 */
export const VARIABLES: readonly string[] = Object.keys(Env.shape);

/** What differs between one machine and the next. */
export type Env = Readonly<z.output<typeof Env>>;

/**
 * Reads what differs between one machine and the next. An empty variable counts as none.
 *
 * @throws Error naming every variable that is wrong, all at once, without their values
 */
export function readEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const entries = Object.entries(variables).filter(([, text]) => text?.trim() !== '');
  const env = Env.safeParse(Object.fromEntries(entries));
  if (!env.success) {
    const wrong = env.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new Error(`The environment is not set up:\n${wrong.join('\n')}`);
  }
  return env.data;
}
