import type { ServerSettings } from '#domain/settings/settings.ts';
import type { ChannelAccess } from '#ports/channel-access.ts';
import type { WallClock } from '#ports/clock.ts';
import type { SettingEdit, SettingsStore } from '#ports/ledger/settings-store.ts';

export type SetUp = {
  readonly channel: string;
  readonly stewardRole?: string;
  readonly mention?: string;
  readonly condors?: number;
  /** Contracts per hedge expiration, nearest first, as typed: `4,4,2`. */
  readonly hedge?: string;
};

type SetUpDeps = {
  readonly settings: Pick<SettingsStore, 'change'>;
  readonly access: ChannelAccess;
  readonly wallClock: Pick<WallClock, 'now'>;
};

/**
 * Says where alerts go and what the server holds: all of it in one change, after looking at the channel.
 *
 * @throws ChannelClosed, InvalidSetting
 */
export async function setUp(
  { settings, access, wallClock }: SetUpDeps,
  server: string,
  by: string,
  wish: SetUp,
): Promise<{ readonly serverSettings: ServerSettings; readonly missing: readonly string[] }> {
  const missing = await access.missing(server, wish.channel);
  const serverSettings = await settings.change(server, { by, at: wallClock.now(), values: edits(wish) });
  return { serverSettings, missing };
}

function edits(wish: SetUp): SettingEdit['values'] {
  const wanted = [
    { key: 'alerts.channel', text: wish.channel },
    { key: 'steward.role', text: wish.stewardRole },
    { key: 'alerts.role', text: wish.mention },
    { key: 'book.condors', text: wish.condors?.toString() },
    { key: 'book.hedge', text: wish.hedge },
  ];
  return wanted.flatMap(({ key, text }) => (text === undefined ? [] : [{ key, text }]));
}
