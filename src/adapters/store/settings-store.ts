import { Keyv } from 'keyv';
import { z } from 'zod';
import { canonicalJson } from '#domain/canonical-json.ts';
import { SettingsMoved } from '#domain/settings/settings-problem.ts';
import type { ServerSettings, SettingKey, Settings, ThresholdBook } from '#domain/settings/settings.ts';
import type { SettingEdit, SettingsStore } from '#ports/ledger/settings-store.ts';
import { KeyvAdapter } from './keyv-adapter.ts';
import { createQueues } from '#domain/queues.ts';
import { compareAndSet, type StoreDatabase } from './store-database.ts';
import { checkedRow } from './stored-json.ts';

/** Changes that a server's record goes back. */
const REMEMBERED = 100;

/** One server's entry. `values` holds what the server has changed; the rest follows the defaults. */
const Entry = z.object({
  version: z.int().nonnegative(),
  values: z.record(z.string(), z.json()),
  changes: z.array(
    z.object({
      key: z.string(),
      from: z.json(),
      to: z.json(),
      by: z.string(),
      at: z.number(),
      reason: z.string().exactOptional(),
    }),
  ),
});

type Entry = z.output<typeof Entry>;

const NOTHING_SET: Entry = { version: 0, values: {}, changes: [] };

/**
 * Settings in Keyv: values, version and record of a server are one entry, and so one write. It is written only as long
 * as it is the one that was read; within a process edits of one server wait for each other, in their order.
 *
 * Nothing listens to Keyv's `error` event here, because with a listener a failing database reads as "nothing set".
 */
export function createSettingsStore(database: StoreDatabase, thresholds: ThresholdBook): SettingsStore {
  const keyv = keyvOver(new KeyvAdapter(() => database.db));
  const oneAfterAnother = createQueues();

  return {
    read: async (server) => asSettings(retire(await load(keyv, server), thresholds), thresholds),

    change: (server, edit) =>
      oneAfterAnother(server, () =>
        compareAndSet(database, async (trx) => {
          const current = keyvOver(new KeyvAdapter(() => trx, 'compare-and-set'));
          const before = retire(await load(current, server), thresholds);
          const after = edited(before, edit, thresholds);
          const settings = asSettings(after, thresholds);
          if (after.version > before.version && !(await current.set(server, Entry.parse(after)))) {
            throw new Error(`the settings of ${server} were not written`);
          }
          return settings;
        }),
      ),

    async servers() {
      const servers: string[] = [];
      for await (const [server, stored] of keyv.iterator()) {
        if (typeof server === 'string' && hasChannel(entryOf(stored, server))) {
          servers.push(server);
        }
      }
      return servers;
    },

    remove: (server) =>
      oneAfterAnother(server, async () => {
        await keyv.delete(server);
      }),
  };
}

function keyvOver(store: KeyvAdapter): Keyv<unknown> {
  return new Keyv<unknown>({ store, namespace: 'settings' });
}

async function load(keyv: Keyv<unknown>, server: string): Promise<Entry> {
  const stored = await keyv.get(server);
  return stored === undefined ? NOTHING_SET : entryOf(stored, server);
}

/** @throws StoredRowDamaged */
function entryOf(stored: unknown, server: string): Entry {
  return checkedRow<Entry>('keyv', Entry, `settings/${server}`, stored);
}

/** Who the record names where a setting itself went. */
const BOT = 'Vega Steward';

/**
 * An entry without the values of settings that there are no more: each goes into the record with its reason. It is
 * written with the entry's next change.
 */
function retire(entry: Entry, { retired }: ThresholdBook): Entry {
  const gone = retired.filter(({ key }) => key in entry.values);
  const left = Object.entries(entry.values).filter(([key]) => gone.every((setting) => setting.key !== key));
  const changes = gone.map(({ key, at, reason }) => {
    return { key, from: entry.values[key] ?? null, to: null, by: BOT, at, reason };
  });
  return {
    version: entry.version + gone.length,
    values: Object.fromEntries(left),
    changes: [...entry.changes, ...changes].slice(-REMEMBERED),
  };
}

function hasChannel({ values }: Entry): boolean {
  return (values['alerts.channel'] ?? null) !== null;
}

/** The entry after an edit. A value that stays as it was is no change. */
function edited(entry: Entry, edit: SettingEdit, thresholds: ThresholdBook): Entry {
  if (edit.basedOn !== undefined && edit.basedOn !== entry.version) {
    throw new SettingsMoved(edit.basedOn, entry.version);
  }
  const settings = thresholds.restore(entry.values);
  const next = thresholds.changeAll(settings, edit.values);
  const values = { ...entry.values };
  const changes: Entry['changes'] = [];
  for (const key of changedKeys(settings, next, thresholds)) {
    const to = z.json().parse(next[key]);
    changes.push({ key, from: z.json().parse(settings[key]), to, by: edit.by, at: edit.at });
    values[key] = to;
  }
  return {
    version: entry.version + changes.length,
    values,
    changes: [...entry.changes, ...changes].slice(-REMEMBERED),
  };
}

function changedKeys(before: Settings, after: Settings, { rules }: ThresholdBook): readonly SettingKey[] {
  return rules
    .map(({ key }) => key)
    .filter((key) => canonicalJson(before[key]) !== canonicalJson(after[key]));
}

/** Settings as they apply; changes of keys that nobody knows are left out. */
function asSettings({ version, values, changes }: Entry, thresholds: ThresholdBook): ServerSettings {
  return {
    version,
    settings: thresholds.restore(values),
    changes: changes.flatMap((change) => {
      const setting = [...thresholds.rules, ...thresholds.retired].find(({ key }) => key === change.key);
      return setting ? [{ ...change, key: setting.key }] : [];
    }),
  };
}
