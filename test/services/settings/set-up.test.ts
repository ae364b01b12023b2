import { describe, expect, it } from 'vitest';
import { thresholds } from '#config/thresholds.ts';
import { ChannelClosed } from '#domain/delivery/delivery-problem.ts';
import { InvalidSetting, UnknownSetting } from '#domain/problem.ts';
import type { ServerSettings } from '#domain/settings/settings.ts';
import type { SettingEdit } from '#ports/ledger/settings-store.ts';
import { changeThreshold } from '#services/settings/change-threshold.ts';
import { exportThresholds, tryThresholds } from '#services/settings/edit-thresholds.ts';
import { setUp } from '#services/settings/set-up.ts';
import { viewThresholds } from '#services/settings/view-thresholds.ts';

/** Settings of one server that are changed as the store changes them. */
function storeOf() {
  const edits: SettingEdit[] = [];
  let now: ServerSettings = { version: 0, settings: thresholds.defaults, changes: [] };
  return {
    edits,
    read: async () => now,
    async change(_server: string, edit: SettingEdit) {
      edits.push(edit);
      now = {
        version: now.version + 1,
        settings: thresholds.changeAll(now.settings, edit.values),
        changes: [],
      };
      return now;
    },
  };
}

const wallClock = { now: () => 7 };

describe('setUp', () => {
  const access = { missing: async (_server: string, channel: string) => [`permission in ${channel}`] };

  it('stores all that was said in one change, and tells which permissions are missing', async () => {
    const settings = storeOf();
    const wish = { channel: '100000000000000007', condors: 10, hedge: '4,4,2' };
    const { serverSettings, missing } = await setUp({ settings, access, wallClock }, '1', 'ann', wish);
    expect(settings.edits).toEqual([
      {
        by: 'ann',
        at: 7,
        values: [
          { key: 'alerts.channel', text: '100000000000000007' },
          { key: 'book.condors', text: '10' },
          { key: 'book.hedge', text: '4,4,2' },
        ],
      },
    ]);
    expect(serverSettings.settings['book.hedge']).toEqual([4, 4, 2]);
    expect(missing).toEqual(['permission in 100000000000000007']);
  });

  it('stores the roles that it was told', async () => {
    const settings = storeOf();
    const roles = { stewardRole: '100000000000000011', mention: '100000000000000012' };
    await setUp({ settings, access, wallClock }, '1', 'ann', { channel: '100000000000000007', ...roles });
    expect(settings.edits[0]?.values.slice(1)).toEqual([
      { key: 'steward.role', text: '100000000000000011' },
      { key: 'alerts.role', text: '100000000000000012' },
    ]);
  });

  it('stores nothing for a channel that is gone', async () => {
    const settings = storeOf();
    const closed = { missing: () => Promise.reject(new ChannelClosed('7', 'gone')) };
    const wish = { channel: '7' };
    await expect(setUp({ settings, access: closed, wallClock }, '1', 'ann', wish)).rejects.toThrow(
      ChannelClosed,
    );
    expect(settings.edits).toEqual([]);
  });
});

describe('changeThreshold', () => {
  it('tells what the threshold was and what it is, as people read it', async () => {
    const settings = storeOf();
    const edit = { by: 'ann', key: 'rsi.rutMax', text: '45' };
    expect(await changeThreshold({ settings, thresholds, wallClock }, '1', edit)).toEqual({
      key: 'rsi.rutMax',
      from: '35.0',
      to: '45.0',
      version: 1,
    });
    expect(settings.edits[0]).toMatchObject({ by: 'ann', at: 7 });
  });

  it.each([
    ['rsi.rutMaximum', '45', UnknownSetting],
    ['rsi.rutMax', 'high', InvalidSetting],
  ])('refuses %s %s', async (key, text, problem) => {
    const deps = { settings: storeOf(), thresholds, wallClock };
    await expect(changeThreshold(deps, '1', { by: 'ann', key, text })).rejects.toThrow(problem);
  });
});

describe('viewThresholds', () => {
  it('shows every rule beside what the server made of it', async () => {
    const settings = storeOf();
    await settings.change('1', { by: 'ann', at: 1, values: [{ key: 'rsi.rutMax', text: '45' }] });
    const { rules, show, defaults, serverSettings } = await viewThresholds({ settings, thresholds }, '1');
    expect(rules).toBe(thresholds.rules);
    expect([show('rsi.rutMax'), defaults('rsi.rutMax'), serverSettings.version]).toEqual(['45.0', '35.0', 1]);
  });
});

describe('tryThresholds', () => {
  it('tells what a wish would change, and changes nothing', async () => {
    const settings = storeOf();
    const wish = { kind: 'value', key: 'rsi.rutMax', text: '45' } as const;
    const tried = await tryThresholds({ settings, thresholds }, '1', wish);
    expect(tried.changes).toEqual([{ key: 'rsi.rutMax', from: '35.0', to: '45.0' }]);
    expect([tried.present['rsi.rutMax'], tried.wished['rsi.rutMax'], tried.version]).toEqual([35, 45, 0]);
    expect(settings.edits).toEqual([]);
  });
});

describe('exportThresholds', () => {
  it('says nothing of what belongs to this server alone', async () => {
    const settings = storeOf();
    const values = [
      { key: 'alerts.channel', text: '100000000000000007' },
      { key: 'rsi.rutMax', text: '45' },
    ];
    await settings.change('1', { by: 'ann', at: 1, values });
    const text = await exportThresholds({ settings, thresholds }, '1');
    expect(JSON.parse(text)).toMatchObject({ schema: 1, settings: { 'rsi.rutMax': 45 } });
    expect(text).not.toContain('100000000000000007');
  });
});
