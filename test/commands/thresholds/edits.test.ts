import { describe, expect, it, vi } from 'vitest';
import { thresholds } from '#commands/thresholds/index.ts';
import { history } from '#commands/thresholds/history.ts';
import { imported } from '#commands/thresholds/import.ts';
import { preset } from '#commands/thresholds/preset.ts';
import { undo } from '#commands/thresholds/undo.ts';
import type { Services } from '#services/index.ts';
import { KEPT, someServices } from '#test/support/discord/fake-services.ts';
import { textOf } from '#test/support/discord/view-facts.ts';
import { contextWith, MEMBER, SERVER, subCommand } from '#test/commands/context-with.ts';

const exported = subCommand(thresholds, 'export');

describe('/thresholds preset, undo and import', () => {
  it.each([preset, undo, imported])('$name needs Manage Server', ({ access }) => {
    expect(access).toBe('manageServer');
  });

  it('takes a preset, lists what changed and offers to take it back', async () => {
    const applyThresholds = vi.fn<Services['applyThresholds']>(someServices().applyThresholds);
    const { view } = await preset.run({ name: 'early' }, contextWith({ applyThresholds }));
    expect(applyThresholds).toHaveBeenCalledWith(SERVER, {
      by: MEMBER,
      wish: { kind: 'preset', name: 'early' },
    });
    expect(textOf(view)).toContain('`rsi.rutMax` 35.0 → **45.0**');
    expect(JSON.stringify(view)).toContain('v1:thresholds.undo:4');
  });

  it('completes presets with what they are for', async () => {
    expect(await preset.complete?.({ option: 'name', typed: 'ea' }, contextWith())).toEqual([
      { name: 'early · Sooner.', value: 'early' },
    ]);
  });

  it('takes back only what the button was about', async () => {
    const undoThresholds = vi.fn<Services['undoThresholds']>(someServices().undoThresholds);
    const press = undo.components?.['undo'];
    if (!press || !('act' in press)) {
      throw new Error('there is no button');
    }
    await press.act({ key: '4', values: [] }, contextWith({ undoThresholds }, 'manageServer'));
    expect(undoThresholds).toHaveBeenCalledWith(SERVER, { by: MEMBER, basedOn: 4 });
    expect(press.access).toBe('manageServer');
  });

  it('says that an import left what a step scales as it is, and how it is switched', async () => {
    const changes = [{ key: 'lag.z', from: '-1.0', to: '-1.5' }] as const;
    const edits = [{ changes, version: 1 } as const, { changes: [], version: 0 } as const];
    for (const edit of edits) {
      const { view } = await imported.run(
        { json: '{}' },
        contextWith({ importThresholds: async () => ({ ...edit, unswitched: 'absolute' }) }),
      );
      expect(textOf(view)).toContain('`ratio.meaning` was left as it is');
      expect(textOf(view)).toContain('`/thresholds set key:ratio.meaning value:absolute`');
      expect(textOf(view)).not.toContain('nothing was changed');
    }
  });

  it('names a switch of what a step scales that is taken back', async () => {
    const changes = [{ key: 'ratio.meaning', from: 'absolute', to: 'multiplier' }] as const;
    const undoThresholds: Services['undoThresholds'] = async () => ({ changes, version: 2 });
    const { view } = await undo.run({}, contextWith({ undoThresholds }));
    expect(textOf(view)).toContain('`ratio.meaning` is **multiplier** again');
  });

  it('says so when everything stood so already', async () => {
    const { view } = await imported.run(
      { json: '{}' },
      contextWith({ importThresholds: async () => ({ changes: [], version: 3 }) }),
    );
    expect(textOf(view)).toContain('nothing was changed');
  });
});

describe('/thresholds history and export', () => {
  it('lists changes with who and when, newest first', async () => {
    const { view } = await history.run({ page: 1 }, contextWith());
    expect(textOf(view)).toContain('`step.up` `0.2` → `0.1`, <@1290000000000000023>');
    expect(textOf(view)).toContain('Page 1 of 1, 1 changes kept');
  });

  it('turns pages, and shows the last one to whoever asks beyond it', async () => {
    const [change] = KEPT.changes;
    const many = {
      ...KEPT,
      changes: Array.from({ length: 40 }, (_, step) => ({
        ...change,
        key: 'step.up' as const,
        from: step,
        to: step + 1,
        by: '1290000000000000023',
        at: 0,
      })),
    };
    const viewThresholds: Services['viewThresholds'] = async () => ({
      rules: [],
      serverSettings: many,
      show: () => '',
      defaults: () => '',
    });
    const first = textOf((await history.run({ page: 1 }, contextWith({ viewThresholds }))).view);
    const last = textOf((await history.run({ page: 9 }, contextWith({ viewThresholds }))).view);
    expect(first).toContain('`39` → `40`');
    expect(last).toContain('`0` → `1`');
    expect(last).toContain('Page 3 of 3');
  });

  it('gives the document as a file', async () => {
    const { files = [] } = await exported.run({}, contextWith());
    expect(files.map(({ name }) => name)).toEqual(['thresholds.json']);
    expect(new TextDecoder().decode(files[0]?.bytes)).toBe('{"schema":1,"settings":{}}');
  });
});
