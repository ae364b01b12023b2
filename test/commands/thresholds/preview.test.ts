import { describe, expect, it, vi } from 'vitest';
import { preview } from '#commands/thresholds/preview.ts';
import { ExpiredCard } from '#domain/problem.ts';
import { readWish, writeWish } from '#discord/views/settings/shadow-view.ts';
import type { Services } from '#services/index.ts';
import { SHADOW } from '#test/support/discord/fake-backtest-services.ts';
import { someServices } from '#test/support/discord/fake-services.ts';
import { textOf } from '#test/support/discord/view-facts.ts';
import { contextWith, MEMBER, SERVER } from '#test/commands/context-with.ts';
import type { ThresholdWish } from '#services/settings/edit-thresholds.ts';

const WISHES: readonly ThresholdWish[] = [
  { kind: 'preset', name: 'early' },
  { kind: 'value', key: 'vix.gates', text: '15/20/25' },
  { kind: 'value', key: 'alerts.kinds', text: 'check silent | late off' },
];

describe('/thresholds preview', () => {
  it('tells old, new and overlap over the last prints, and lists them', async () => {
    const { view } = await preview.run({ preset: 'early' }, contextWith());
    const told = textOf(view);
    expect(told).toContain('old 5 alerts, new 11, overlap 4 over the last 60 prints');
    expect(told).toContain('PPI-2024-01-12: CONFIRM → CAPITULATION, hedge raised');
    expect(told).toContain('PPI-2024-02-16: no alert (ARMED) → WATCH');
  });

  it('asks of a threshold with its value', async () => {
    const previewThresholds = vi.fn<Services['previewThresholds']>(someServices().previewThresholds);
    const context = contextWith({ previewThresholds });
    await preview.run({ key: 'rsi.rutMax', value: '40' }, context);
    const wish = { kind: 'value', key: 'rsi.rutMax', text: '40' };
    expect(previewThresholds).toHaveBeenCalledWith(SERVER, wish, context.signal);
  });

  it('says how to ask when something is missing', async () => {
    expect(textOf((await preview.run({ key: 'rsi.rutMax' }, contextWith())).view)).toContain(
      'Name a threshold with a value',
    );
  });

  it('offers nothing to apply where nothing would change', async () => {
    const same: Services['previewThresholds'] = async () => ({ ...SHADOW, changes: [] });
    const { view } = await preview.run({ preset: 'early' }, contextWith({ previewThresholds: same }));
    expect(textOf(view)).toContain('Nothing would change');
    expect(JSON.stringify(view)).not.toContain('thresholds.apply');
  });

  it.each(WISHES)('keeps $kind in its button with the version it was looked at', (wish) => {
    expect(readWish(writeWish(wish, 12))).toEqual({ wish, basedOn: 12 });
  });

  it('applies for those who manage the server what they looked at', async () => {
    const applyThresholds = vi.fn<Services['applyThresholds']>(someServices().applyThresholds);
    const press = preview.components?.['apply'];
    if (!press || !('act' in press)) {
      throw new Error('there is no button');
    }
    expect(press.access).toBe('manageServer');
    await press.act({ key: '3|preset|early', values: [] }, contextWith({ applyThresholds }, 'manageServer'));
    const wish = { kind: 'preset', name: 'early' };
    expect(applyThresholds).toHaveBeenCalledWith(SERVER, { by: MEMBER, wish, basedOn: 3 });
    await expect(press.act({ key: 'moon', values: [] }, contextWith())).rejects.toThrow(ExpiredCard);
  });
});
