import { describe, expect, it } from 'vitest';
import { setUpView } from '#discord/views/settings/set-up-view.ts';
import { textOf } from '#test/support/discord/view-facts.ts';
import { someSettings } from '#test/support/engine/decision.ts';

const CHANNEL = '1290000000000000031';
const ROLE = '1290000000000000011';

describe('setUpView', () => {
  it('tells where alerts go, who may act, who is mentioned and what is held', () => {
    const settings = someSettings({
      'alerts.channel': CHANNEL,
      'alerts.role': ROLE,
      'steward.role': ROLE,
      'book.condors': 10,
      'book.hedge': [4, 4, 2],
    });
    const text = textOf(setUpView(settings, []));
    expect(text).toContain('Every permission is there: the next alert will arrive.');
    expect(text).toContain(`Alerts go to <#${CHANNEL}>.`);
    expect(text).toContain(`Stewards: <@&${ROLE}> and Manage Server.`);
    expect(text).toContain(`Mentioned at CAPITULATION and UNWIND: <@&${ROLE}>.`);
    expect(text).toContain('Counts: 10 condors, 4/4/2 calls. They are **counts only**');
  });

  it('names the permissions that are missing, first', () => {
    const settings = someSettings({ 'alerts.channel': CHANNEL });
    const [, second] = textOf(setUpView(settings, ['Attach Files', 'Embed Links'])).split('\n');
    expect(second).toContain('Attach Files, Embed Links');
  });

  it('says what is not set', () => {
    const bare = { 'alerts.channel': null, 'alerts.role': null, 'steward.role': null } as const;
    const text = textOf(setUpView(someSettings({ ...bare, 'book.condors': null, 'book.hedge': null }), []));
    expect(text).toContain('Stewards: Manage Server only.');
    expect(text).toContain('Nobody is mentioned.');
    expect(text).toContain('No counts. `/book show` lists lots');
  });
});
