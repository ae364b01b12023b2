import { z } from 'zod';
import { InvalidSetting, UnknownSetting } from '#domain/problem.ts';
import { ImportRefused, UnknownPreset } from '#domain/settings/settings-problem.ts';
import type {
  ImportedSettings,
  SettingKey,
  SettingText,
  Settings,
  ThresholdBook,
  ThresholdRule,
} from '#domain/settings/settings.ts';
import { contradiction } from './contradiction.ts';
import { presets } from './presets.ts';
import { RETIRED_SETTINGS } from './retired-settings.ts';
import { readSettingsDocument, settingsDocument } from './settings-document.ts';
import { similarKeys } from './similar-keys.ts';
import { BOOK_RULES } from './book-rules.ts';
import { CONDOR_RULES } from './condor-rules.ts';
import { EVIDENCE_RULES } from './evidence-rules.ts';
import { HEDGE_RULES } from './hedge-rules.ts';
import { RATIO_RULES } from './ratio-rules.ts';
import type { Rules } from './rule.ts';
import { SERVER_RULES } from './server-rules.ts';
import { VOLATILITY_RULES } from './volatility-rules.ts';

/**
 * The table of settings: what each means, its default and its limits.
 *
 * Defaults and the limits of base, confirmed, step.up, windows, trend, breadth.sessions and the RSI are the
 * method's. It names no limits for the rest: there they keep what is meant from turning into its opposite (a
 * threshold for weakness stays below zero, an average has more than one session) and leave room on both sides.
 */
const RULES: Rules = {
  ...RATIO_RULES,
  ...EVIDENCE_RULES,
  ...VOLATILITY_RULES,
  ...BOOK_RULES,
  ...CONDOR_RULES,
  ...HEDGE_RULES,
  ...SERVER_RULES,
};

/** One rule of the table with its own type of value closed in. */
type Line = {
  readonly rule: ThresholdRule;
  readonly usual: unknown;
  readonly schema: z.ZodType;
  show(settings: Settings): string;
  /** @throws InvalidSetting */
  change(settings: Settings, text: string): Settings;
};

function lineFor<Key extends SettingKey>(key: Key): Line {
  const { group, meaning, unit, usual, kind } = RULES[key];
  const { choices, expected, range, schema } = kind;
  return {
    rule: { key, group, meaning, unit, usual: kind.show(usual), range, ...(choices && { choices }) },
    usual,
    schema,
    show: (settings) => kind.show(settings[key]),
    change(settings, text) {
      const read = schema.safeParse(kind.read(text, settings[key]));
      if (!read.success) {
        throw new InvalidSetting(key, expected);
      }
      return { ...settings, [key]: read.data };
    },
  };
}

/** Groups of settings that say what a server is and holds, and nothing of the method. */
const OF_A_SERVER: ReadonlySet<string> = new Set(['Book', 'Alerts', 'Server', 'Budget']);

const isKey = (key: string): key is SettingKey => key in RULES;
const KEYS = Object.keys(RULES).filter(isKey);
const LINES: ReadonlyMap<string, Line> = new Map(KEYS.map((key) => [key, lineFor(key)]));

const All = z.object(Object.fromEntries([...LINES].map(([key, { schema }]) => [key, schema])));
const Kept = All.partial();
/** `All` is made of the schemas of `RULES`, whose type has each key's own; a list of pairs cannot carry that. */
const Complete = z.custom<Settings>((value) => All.safeParse(value).success);

const defaults = Complete.parse(Object.fromEntries([...LINES].map(([key, { usual }]) => [key, usual])));

function lineOf(key: string): Line {
  const line = LINES.get(key);
  if (!line) {
    throw new UnknownSetting(key, similarKeys(key, KEYS));
  }
  return line;
}

const show = (settings: Settings, key: SettingKey): string => lineOf(key).show(settings);

function agreed(settings: Settings, changed?: SettingKey): Settings {
  const wrong = contradiction(settings, (key) => show(settings, key), changed);
  if (wrong) {
    throw new InvalidSetting(wrong.key, wrong.expected);
  }
  return settings;
}

function presetValues(name: string): readonly SettingText[] {
  const preset = presets.find((known) => known.name === name.trim().toLowerCase());
  if (!preset) {
    throw new UnknownPreset(
      name,
      presets.map((known) => known.name),
    );
  }
  const own = new Map(preset.values.map(({ key, text }) => [key, text]));
  return [...LINES.values()]
    .filter(({ rule: { group } }) => !OF_A_SERVER.has(group))
    .map(({ rule: { key, usual } }) => ({ key, text: own.get(key) ?? usual }));
}

function importedValues(text: string): ImportedSettings {
  const stored = readSettingsDocument(text);
  const retired = RETIRED_SETTINGS.filter(({ key }) => key in stored);
  const present = Object.entries(stored).filter(([key]) => retired.every((setting) => setting.key !== key));
  const values = present.map(([key, value]) => {
    const line = LINES.get(key);
    const read = line?.schema.safeParse(value);
    if (!line || !read) {
      throw new ImportRefused(`there is no threshold ${key}`);
    }
    if (!read.success) {
      throw new ImportRefused(`${key} takes ${line.rule.range}`);
    }
    return [key, read.data] as const;
  });
  const settings = Complete.parse({ ...defaults, ...Object.fromEntries(values) });
  return { values: values.map(([key]) => ({ key, text: lineOf(key).show(settings) })), retired };
}

/** What each server may set, with the method's defaults. */
export const thresholds: ThresholdBook = {
  rules: [...LINES.values()].map(({ rule }) => rule),
  defaults,
  show,

  change(settings, typed, text) {
    const line = lineOf(typed);
    return agreed(line.change(settings, text), line.rule.key);
  },

  changeAll(settings, values) {
    const after = values.reduce((current, { key, text }) => lineOf(key).change(current, text), settings);
    const last = values.at(-1)?.key;
    return agreed(after, last === undefined ? undefined : lineOf(last).rule.key);
  },

  presets,
  preset: presetValues,
  exported: (settings) => settingsDocument(settings),
  imported: importedValues,
  retired: RETIRED_SETTINGS,

  restore(stored) {
    const read = Kept.safeParse(stored);
    if (!read.success) {
      throw new Error(`kept settings are not valid: ${z.prettifyError(read.error)}`);
    }
    const settings = Complete.parse({ ...defaults, ...read.data });
    const wrong = contradiction(settings, (key) => show(settings, key));
    if (wrong) {
      throw new Error(`kept settings are not valid: ${wrong.key} takes ${wrong.expected}`);
    }
    return settings;
  },
};
