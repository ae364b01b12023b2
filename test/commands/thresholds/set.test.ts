import { describe, expect, it, vi } from 'vitest';
import { set } from '#commands/thresholds/set.ts';
import type { Services } from '#services/index.ts';
import { someServices } from '#test/support/discord/fake-services.ts';
import { textOf } from '#test/support/discord/view-facts.ts';
import { contextWith, MEMBER, SERVER } from '#test/commands/context-with.ts';

describe('/thresholds set', () => {
  it('needs Manage Server', () => {
    expect(set.access).toBe('manageServer');
  });

  it('hands on who changes what, and tells old and new', async () => {
    const changeThreshold = vi.fn<Services['changeThreshold']>(someServices().changeThreshold);
    const { view } = await set.run({ key: 'step.up', value: '0.08' }, contextWith({ changeThreshold }));

    expect(changeThreshold).toHaveBeenCalledWith(SERVER, { by: MEMBER, key: 'step.up', text: '0.08' });
    expect(textOf(view)).toContain('`step.up` changed: **0.10 → 0.08**');
    expect(textOf(view)).toContain('Settings version 4');
  });

  it('says when that was its value already', async () => {
    const same: Services['changeThreshold'] = async () => ({
      key: 'step.up',
      from: '0.08',
      to: '0.08',
      version: 4,
    });
    const { view } = await set.run({ key: 'step.up', value: '0.08' }, contextWith({ changeThreshold: same }));
    expect(textOf(view)).toContain('is 0.08 already');
  });

  it('completes keys from any part of them, with their present value', async () => {
    const choices = await set.complete?.({ option: 'key', typed: 'RUT' }, contextWith());
    expect(choices).toEqual([{ name: 'rsi.rutMax = 0.10', value: 'rsi.rutMax' }]);
  });

  it('takes no longer texts than Discord is told', () => {
    const [, value] = set.definition;
    expect(value).toMatchObject({ max_length: 200 });
    expect(set.options.safeParse({ key: 'a', value: 'x'.repeat(201) }).success).toBe(false);
  });
});
