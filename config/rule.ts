import type { SettingKey, Settings } from '#domain/settings/settings.ts';
import type { ValueKind } from './value-kind.ts';

/** Everything that is to be known of one setting. */
export type Rule<Value> = {
  readonly group: string;
  /** What it decides, one sentence. */
  readonly meaning: string;
  /** In words; empty for plain choices. */
  readonly unit: string;
  readonly usual: Value;
  readonly kind: ValueKind<Value>;
};

/** The rules of some settings, each for its own type of value. */
export type Rules<Keys extends SettingKey = SettingKey> = {
  readonly [Key in Keys]: Rule<Settings[Key]>;
};

/** Whether a key begins with one of these words and a point. */
export type KeyOf<Words extends string> = Extract<SettingKey, `${Words}.${string}`>;
