import { describe, expect, it } from 'vitest';
import { release } from '#commands/release/index.ts';
import { textOf } from '#test/support/discord/view-facts.ts';
import { contextWith, subCommand } from '#test/commands/context-with.ts';

const last = subCommand(release, 'last');

describe('/release last', () => {
  it('tells each figure beside what was expected, and how that was judged', async () => {
    const text = textOf((await last.run({}, contextWith())).view);
    expect(text).toContain('**CPI for Aug 2014 very weak, −2.50σ**');
    expect(text).toContain('Headline −0.2 %, expected 0.0 % (−0.20 pp, −1.67σ)');
  });

  it('says when there is none yet', async () => {
    const none = async () => ({ next: [], last: [] });
    expect(textOf((await last.run({}, contextWith({ showReleases: none }))).view)).toContain(
      'No print has been received yet.',
    );
  });
});
