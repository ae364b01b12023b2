import type { ServerSettings } from '../domain/settings.ts';

/** Who changes which settings, in the text they typed. */
export type SettingEdit = {
  readonly by: string;
  /** Epoch milliseconds (UTC). */
  readonly at: number;
  /** In this order; all of them or none. */
  readonly values: readonly { readonly key: string; readonly text: string }[];
};

/** What each server has set. */
export interface SettingsStore {
  /** Defaults, version 0, for a server that never set anything. */
  read(server: string): Promise<ServerSettings>;

  /**
   * Changes settings and keeps the record of it in the same write; edits of one server run one after another.
   *
   * @throws UnknownSetting or InvalidSetting, with nothing changed
   */
  change(server: string, edit: SettingEdit): Promise<ServerSettings>;

  /** Servers that have set an alert channel. */
  servers(): Promise<readonly string[]>;

  /** Forgets a server. */
  remove(server: string): Promise<void>;
}
