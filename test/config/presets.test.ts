import { describe, expect, it } from 'vitest';
import { presets } from '#config/presets.ts';
import { thresholds } from '#config/thresholds.ts';
import { ImportRefused, UnknownPreset } from '#domain/settings/settings-problem.ts';
import type { Settings } from '#domain/settings/settings.ts';

const { defaults } = thresholds;
const NAMES = presets.map(({ name }) => name);
const choose = (name: string, from: Settings = defaults): Settings =>
  thresholds.changeAll(from, thresholds.preset(name));

describe('presets', () => {
  it.each(NAMES)('%s can be taken from every other one, in one go', (name) => {
    const direct = choose(name);
    for (const other of NAMES) {
      expect(choose(name, choose(other))).toEqual(direct);
    }
  });

  it('call the defaults steward', () => {
    expect(choose('steward', choose('early'))).toEqual(defaults);
  });

  it('ask for RSI 30, half steps and no step around the Fed when strict', () => {
    expect(choose('strict')).toMatchObject({
      'rsi.rutMax': 30,
      'rsi.gapMax': -5,
      'step.up': 0.05,
      'fomc.policy': 'block',
    });
  });

  it('look earlier with RSI 45, ten sessions and the 20-session average', () => {
    expect(choose('early')).toMatchObject({
      'rsi.rutMax': 45,
      'event.windowSessions': 10,
      'trend.period': 20,
    });
  });

  it('call a hedge late above 40 with the curated gates', () => {
    expect(choose('curated-vix')).toMatchObject({ 'vix.gates': [18, 28, 40], 'vix.lateLevel': 40 });
  });

  it('leave book, alerts and server alone', () => {
    const mine = thresholds.change(defaults, 'book.condors', '10');
    expect(choose('strict', mine)['book.condors']).toBe(10);
  });

  it('name what there is to whoever asks for another', () => {
    expect(() => thresholds.preset('bold')).toThrow(UnknownPreset);
  });
});

describe('exported settings', () => {
  const mine = thresholds.changeAll(defaults, [
    { key: 'vix.gates', text: '18/28/40' },
    { key: 'vix.lateLevel', text: '40' },
    { key: 'alerts.channel', text: '1290000000000000031' },
  ]);
  const document = thresholds.exported(mine);

  it('come back as they were, without what belongs to one server', () => {
    expect(thresholds.changeAll(defaults, thresholds.imported(document).values)).toEqual({
      ...mine,
      'alerts.channel': null,
    });
    expect(document).not.toContain('1290000000000000031');
  });

  it.each([
    ['not JSON', '{', /not JSON/],
    ['another schema', '{"schema":2,"settings":{}}', /schema 1/],
    ['no settings', '{"schema":1}', /no document of settings/],
    ['an unknown threshold', '{"schema":1,"settings":{"rsi.max":3}}', /no threshold rsi.max/],
    ['a value out of range', '{"schema":1,"settings":{"rsi.rutMax":3}}', /rsi.rutMax takes/],
    [
      'a channel',
      '{"schema":1,"settings":{"alerts.channel":"1290000000000000031"}}',
      /belongs to one server/,
    ],
  ])('are refused whole for %s', (_, text, why) => {
    expect(() => thresholds.imported(text)).toThrow(ImportRefused);
    expect(() => thresholds.imported(text)).toThrow(why);
  });

  it('of before leave out what there is no more, and say so', () => {
    const text = '{"schema":1,"settings":{"breakEven.buffer":1,"lag.z":-1.2,"ratio.mode":"unit"}}';
    const { values, retired } = thresholds.imported(text);
    expect(values).toEqual([{ key: 'lag.z', text: '-1.20' }]);
    expect(retired.map(({ key }) => key)).toEqual(['ratio.mode', 'breakEven.buffer']);
    expect(thresholds.imported(document).retired).toEqual([]);
  });

  it('are refused whole where two of them contradict each other', () => {
    const { values } = thresholds.imported(
      '{"schema":1,"settings":{"ratio.base":0.9,"ratio.confirmed":0.8}}',
    );
    expect(() => thresholds.changeAll(defaults, values)).toThrow(/ratio/);
  });
});
