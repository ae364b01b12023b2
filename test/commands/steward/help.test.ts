import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { help } from '../../../commands/steward/help.ts';
import { textOf } from '../../discord/view-facts.ts';
import { asking } from '../asking.ts';

describe('/steward help', () => {
  it('names every command, except itself', async () => {
    const text = textOf((await help.run({}, asking())).view);
    const names = commands.flatMap((group) => group.commands.map(({ name }) => `/${group.name} ${name}`));
    expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual(['/steward help']);
  });

  it('says that the bot places no orders and gives no advice', async () => {
    const text = textOf((await help.run({}, asking())).view);
    expect(text).toContain('The bot places no orders.');
    expect(text).toContain('not advice');
  });
});
