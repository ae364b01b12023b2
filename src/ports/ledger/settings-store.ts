import type { ServerSettings, SettingText } from '#domain/settings/settings.ts';

/** Who changes which settings, in the text they typed. */
export type SettingEdit = {
  readonly by: string;
  /** Epoch milliseconds (UTC). */
  readonly at: number;
  /** All of them or none; what must hold between keys is asked of the result. */
  readonly values: readonly SettingText[];
  /** The version that the edit was made up from; an edit of another one is refused. Absent: of any. */
  readonly basedOn?: number;
};

/** What each server has set. */
export interface SettingsStore {
  /** Defaults, version 0, for a server that never set anything. */
  read(server: string): Promise<ServerSettings>;

  /**
   * Changes settings and keeps the record of it in the same write; edits of one server run one after another.
   *
   * @throws UnknownSetting, InvalidSetting or SettingsMoved, with nothing changed
   */
  change(server: string, edit: SettingEdit): Promise<ServerSettings>;

  /** Servers that have set an alert channel. */
  servers(): Promise<readonly string[]>;

  /** Forgets a server. */
  remove(server: string): Promise<void>;
}
