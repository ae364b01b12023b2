import { describe, expect, it } from 'vitest';
import { view } from '#commands/thresholds/view.ts';
import { UnknownSetting } from '#domain/problem.ts';
import { customIdsOf, textOf } from '#test/support/discord/view-facts.ts';
import { contextWith } from '#test/commands/context-with.ts';

describe('/thresholds view', () => {
  it('shows one group: value, default where it differs, range, and the latest changes', async () => {
    const text = textOf((await view.run({ group: 'steps' }, contextWith())).view);
    expect(text).toContain(
      '`step.up` **0.10**\n-# What step.up decides. · default 0.20 · range 0.01 to 0.25',
    );
    expect(text).toContain('`step.up` `0.2` → `0.1`, <@1290000000000000023>');
    expect(text).not.toContain('lag.z');
  });

  it('begins with the first group, and leads to the others', async () => {
    const reply = await view.run({}, contextWith());
    expect(textOf(reply.view)).toContain('## Thresholds: Evidence');
    expect(JSON.stringify(reply.view)).toContain('"label":"Steps"');
  });

  it('offers a change to those alone who may make one', async () => {
    const forMember = await view.run({}, contextWith());
    const forManager = await view.run({}, contextWith({}, 'manageServer'));
    expect(customIdsOf(forMember.view)).toEqual(['v1:thresholds.group:']);
    expect(customIdsOf(forManager.view)).toEqual(['v1:thresholds.group:', 'v1:thresholds.change:']);
    expect([view.components?.['change']?.access, view.modals?.['save']?.access]).toEqual([
      'manageServer',
      'manageServer',
    ]);
  });

  it('names the groups to somebody who asks for one that is not there', async () => {
    await expect(view.run({ group: 'x' }, contextWith())).rejects.toMatchObject({
      constructor: UnknownSetting,
      similar: ['Evidence', 'Steps'],
    });
  });

  it('completes groups from their beginning', async () => {
    expect(await view.complete?.({ option: 'group', typed: 'st' }, contextWith())).toEqual([
      { name: 'Steps', value: 'Steps' },
    ]);
  });
});
