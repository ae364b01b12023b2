import { z } from 'zod';
import { canonicalJson } from '#domain/canonical-json.ts';
import { ImportRefused } from '#domain/settings/settings-problem.ts';
import type { SettingKey, Settings } from '#domain/settings/settings.ts';

/** Version of the document's own form; raised when an older reader would misread it. */
const SCHEMA = 1;

/** What names things that exist in one server only, and stays there. */
const LOCAL: ReadonlySet<string> = new Set<SettingKey>(['alerts.channel', 'alerts.role', 'steward.role']);

const Document = z.strictObject({
  schema: z.literal(SCHEMA),
  settings: z.record(z.string(), z.json()),
});

/** Settings as JSON that another server can take in. */
export function settingsDocument(settings: Settings): string {
  const shared = Object.entries(settings).filter(([key]) => !LOCAL.has(key));
  return canonicalJson({ schema: SCHEMA, settings: Object.fromEntries(shared) });
}

/**
 * The stored values in a document.
 *
 * @throws ImportRefused if it is none, or of another schema
 */
export function readSettingsDocument(text: string): Readonly<Record<string, unknown>> {
  const read = Document.safeParse(parsed(text));
  if (!read.success) {
    const [issue] = read.error.issues;
    const where = issue?.path.join('.') ?? '';
    const why =
      where === 'schema'
        ? `only documents of schema ${SCHEMA} can be read`
        : `it is no document of settings (${where === '' ? 'the whole of it' : where})`;
    throw new ImportRefused(why, { cause: read.error });
  }
  const local = Object.keys(read.data.settings).find((key) => LOCAL.has(key));
  if (local !== undefined) {
    throw new ImportRefused(`${local} belongs to one server and is not imported; leave it out`);
  }
  return read.data.settings;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ImportRefused('it is not JSON; paste what `/thresholds export` gave', { cause: error });
  }
}
