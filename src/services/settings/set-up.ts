import type { ChannelAccess } from '#ports/channel-access.ts';
import type { WallClock } from '#ports/clock.ts';
import type { SettingEdit, SettingsStore } from '#ports/ledger/settings-store.ts';
import type { Services, SetUp } from '#services/index.ts';

export type SetUpParts = {
  readonly settings: SettingsStore;
  readonly access: ChannelAccess;
  readonly wallClock: WallClock;
};

/** Says where alerts go and what the server holds: all of it in one change, after looking at the channel. */
export function createSetUp({ settings, access, wallClock }: SetUpParts): Services['setUp'] {
  return async (server, by, setUp) => {
    const missing = await access.missing(server, setUp.channel);
    const kept = await settings.change(server, { by, at: wallClock.now(), values: edits(setUp) });
    return { kept, missing };
  };
}

function edits(setUp: SetUp): SettingEdit['values'] {
  const wanted = [
    { key: 'alerts.channel', text: setUp.channel },
    { key: 'steward.role', text: setUp.stewardRole },
    { key: 'alerts.role', text: setUp.mention },
    { key: 'book.condors', text: setUp.condors?.toString() },
    { key: 'book.hedge', text: setUp.hedge },
  ];
  return wanted.flatMap(({ key, text }) => (text === undefined ? [] : [{ key, text }]));
}
