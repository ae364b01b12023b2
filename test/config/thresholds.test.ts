import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thresholds } from '#config/thresholds.ts';
import { InvalidSetting, UnknownSetting } from '#domain/problem.ts';
import type { SettingKey, Settings } from '#domain/settings/settings.ts';
import { someSettings } from '#test/support/engine/decision.ts';

const { change, defaults, restore, rules, show } = thresholds;
const KEYS = rules.map(({ key }) => key);

function refusal(key: string, text: string, settings = defaults): unknown {
  try {
    return change(settings, key, text);
  } catch (error) {
    return error;
  }
}

/** What people may type into any field. */
const typing = fc.oneof(
  fc.constantFrom('none', 'all silent', 'check off, late on', 'yes', 'no', 'WATCH', 'block', '22-7', 'utc'),
  fc.integer({ min: -50, max: 200 }).map(String),
  fc.double({ min: -10, max: 120, noNaN: true }).map((value) => value.toFixed(2)),
  fc.tuple(fc.nat(90), fc.nat(90), fc.nat(90)).map((three) => three.join('/')),
  fc.bigInt({ min: 10n ** 16n, max: 10n ** 20n - 1n }).map(String),
  fc.string(),
);

/** Settings after some people have typed some things, those that were taken. */
const settingsOf = fc.array(fc.tuple(fc.constantFrom(...KEYS), typing), { maxLength: 40 }).map((edits) =>
  edits.reduce<Settings>((settings, [key, text]) => {
    const after = refusal(key, text, settings);
    return after instanceof Error ? settings : change(settings, key, text);
  }, defaults),
);

describe('thresholds', () => {
  it("begin with the method's defaults", () => {
    expect(defaults).toEqual(someSettings({ 'alerts.channel': null, 'alerts.role': null }));
  });

  it('read back whatever they show', () => {
    fc.assert(
      fc.property(settingsOf, fc.constantFrom(...KEYS), (settings, key) => {
        expect(change(settings, key, show(settings, key))).toEqual(settings);
      }),
    );
  });

  it('come back from a store as they went into it', () => {
    fc.assert(
      fc.property(settingsOf, (settings) => {
        expect(restore(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
      }),
    );
  });

  it('take or refuse any text, and change nothing else', () => {
    fc.assert(
      fc.property(settingsOf, fc.constantFrom(...KEYS), typing, (settings, key, text) => {
        const after = refusal(key, text, settings);
        if (after instanceof Error) {
          expect(after).toBeInstanceOf(InvalidSetting);
        } else {
          expect({ ...change(settings, key, text), [key]: settings[key] }).toEqual(settings);
        }
      }),
    );
  });

  it('show a default inside of its own limits for every key, with a group and a sentence', () => {
    for (const { key, usual, group, meaning, range, choices } of rules) {
      expect(change(defaults, key, usual)).toEqual(defaults);
      expect([group, range]).not.toContain('');
      expect(meaning).toMatch(/^[A-Z].*\.$/);
      expect(choices ?? [usual]).toContain(usual);
    }
  });

  it.each<[SettingKey, string, unknown]>([
    ['ratio.base', '0.65', 0.65],
    ['ratio.base', '65 %', 0.65],
    ['ratio.base', '0,65', 0.65],
    ['ratio.base', ' .65 ', 0.65],
    ['print.weakZ', '−0.7', -0.7],
    ['print.weakZ', '-0.7σ', -0.7],
    ['print.weakZ', '-0.7 SD', -0.7],
    ['print.weakPoints', '-0.2 pp', -0.2],
    ['term.steep', '9.5 %', 9.5],
    ['vix.lateLevel', '30 points', 30],
    ['event.windowSessions', '7 sessions', 7],
    ['trend.period', '200', 200],
    ['macd.periods', '8, 21, 5', [8, 21, 5]],
    ['vix.gates', '15 20 24.5', [15, 20, 24.5]],
    ['print.requireConsensus', 'on', true],
    ['fomc.policy', 'Block', 'block'],
    ['book.condors', '10 contracts', 10],
    ['book.hedge', '4,4,2', [4, 4, 2]],
    ['book.hedge', 'none', null],
    ['alerts.channel', '<#100000000000000007>', '100000000000000007'],
    ['steward.role', '<@&100000000000000007>', '100000000000000007'],
    ['alerts.quietHours', '22:00 – 7:30', '22:00-07:30'],
    ['alerts.quietHours', '22 to 7', '22:00-07:00'],
    ['timezone', 'europe/berlin', 'Europe/Berlin'],
    ['timezone', 'America/New York', 'America/New_York'],
    ['cover.shock', '−6 %, +15', [-6, 15]],
    ['cover.shock', '-2.5/5 points', [-2.5, 5]],
    ['monetise.enabled', 'off', false],
    ['plan.style', 'Seed', 'seed'],
    ['cover.minLoss', '250 dollars', 250],
  ])('read %s as people write it: %s', (key, text, value) => {
    expect(change(defaults, key, text)[key]).toEqual(value);
  });

  it.each<[SettingKey, string, RegExp]>([
    ['ratio.base', '60', /between 0\.20 and 1\.00/],
    ['ratio.base', '0.625', /at most 2 decimals/],
    ['ratio.base', 'a lot', /between 0\.20 and 1\.00/],
    ['vix.lateLevel', '25 %', /between 10\.0 and 100\.0/],
    ['event.windowSessions', '2.5', /whole number between 1 and 10/],
    ['book.condors', '1,000', /whole number/],
    ['trend.period', '30', /one of 20, 50, 100, 200/],
    ['macd.periods', '12/26', /three numbers such as 12\/26\/9/],
    ['macd.periods', '26/12/9', /fast period below the slow one/],
    ['vix.gates', '20/20/25', /rise/],
    ['alerts.kinds', 'check loud', /on, silent or off/],
    ['alerts.kinds', 'cheque off', /the kinds are pre-brief/],
    ['alerts.channel', '#general', /a channel, or none/],
    ['alerts.quietHours', '22:00-22:00', /22:00-07:00/],
    ['alerts.quietHours', '25:00-07:00', /22:00-07:00/],
    ['cover.shock', '-25,10', /percent from -20 to 20/],
    ['cover.shock', '-4,61', /points from -20 to 60/],
    ['cover.shock', '-4', /such as -4,\+10/],
    ['cover.shock', '-4,10,3', /such as -4,\+10/],
    ['cover.shock', '0,0', /not 0/],
    ['book.kind', 'some', /lots, counts, none/],
    ['timezone', '+02:00', /Europe\/Berlin/],
    ['timezone', 'Mars/Olympus', /Europe\/Berlin/],
    ['lag.z', '1', /between -4\.00 and -0\.10/],
  ])('refuse for %s the text %s and say what it takes', (key, text, expected) => {
    expect(refusal(key, text)).toMatchObject({
      constructor: InvalidSetting,
      key,
      expected: expect.stringMatching(expected),
    });
  });

  it.each<[SettingKey, string, string]>([
    ['ratio.base', '0.90', 'a value below ratio.confirmed, which is 0.85'],
    ['ratio.confirmed', '0.60', 'a value above ratio.base, which is 0.60'],
    ['ratio.confirmed', '1.10', 'a value not above ratio.hardCap, which is 0.95'],
    ['ratio.hardCap', '0.80', 'a value not below ratio.confirmed, which is 0.85'],
    ['print.weakZ', '-1.5', 'a value above print.veryWeakZ, which is -1.50'],
    ['print.veryWeakZ', '-0.5', 'a value below print.weakZ, which is -0.50'],
    ['term.flat', '8', 'a value below term.steep, which is 8.0'],
    ['step.up', '0.02', 'a value not below step.deadband, which is 0.03'],
    ['step.maxUpPerEvent', '0.05', 'a value not below step.up, which is 0.10'],
    ['breakEven.minZ', '0.80', 'a value not above breakEven.confirmedZ, which is 0.70'],
    ['vix.lateLevel', '18', 'a value not below the second level of vix.gates, which is 15.0/20.0/25.0'],
  ])('refuse for %s the value %s that is at odds with another setting', (key, text, expected) => {
    expect(refusal(key, text)).toMatchObject({ key, expected });
  });

  it('take a kind of message that kept settings do not know yet as on', () => {
    const { calendar, degraded, roll, budget, correction, ...older } = defaults['alerts.kinds'];
    expect([calendar, degraded, roll, budget, correction]).toEqual(Array(5).fill('on'));
    expect(restore({ 'alerts.kinds': { ...older, check: 'off' } })['alerts.kinds']).toEqual({
      ...defaults['alerts.kinds'],
      check: 'off',
    });
  });

  it('change one kind of message and leave the others', () => {
    const after = change(defaults, 'alerts.kinds', 'check silent, late=off');
    expect(after['alerts.kinds']).toEqual({ ...defaults['alerts.kinds'], check: 'silent', late: 'off' });
    expect(Object.values(change(after, 'alerts.kinds', 'all on')['alerts.kinds'])).toEqual(
      Array(16).fill('on'),
    );
  });

  it.each([
    ['ratio.bass', 'ratio.base'],
    ['base', 'ratio.base'],
    ['RSI.rutmax', 'rsi.rutMax'],
    ['vixgates', 'vix.gates'],
    ['quiethours', 'alerts.quietHours'],
  ])('ask whether %s was meant to be %s', (typed, meant) => {
    expect(refusal(typed, '1')).toBeInstanceOf(UnknownSetting);
    expect(refusal(typed, '1')).toMatchObject({ similar: expect.arrayContaining([meant]) });
  });

  it('suggest nothing where nothing is alike', () => {
    expect(refusal('constructor', '1')).toMatchObject({ code: 'unknown-setting', similar: [] });
    expect(refusal('', '1')).toMatchObject({ code: 'unknown-setting', similar: [] });
  });

  it("have the method's defaults for cover, plans, break-evens and the taking of profits", () => {
    expect(defaults).toMatchObject({
      'breakEven.minZ': 0.5,
      'breakEven.confirmedZ': 0.7,
      'edr.mode': 'vix9d',
      'timeShift.mode': 'shift',
      'plan.style': 'delta',
      'cover.shock': [-4, 10],
      'cover.minLoss': 100,
      'monetise.enabled': true,
      'monetise.sd': 1.5,
      'monetise.multiple': 5,
      'parity.edgeSpx': 0.1,
      'parity.edgeVix': 0.05,
      'book.kind': 'lots',
    });
  });

  it('fill in what a store does not have, and pass over keys that there are no more', () => {
    expect(restore({})).toEqual(defaults);
    expect(restore({ 'ratio.base': 0.5, 'ratio.old': 1 })).toEqual({ ...defaults, 'ratio.base': 0.5 });
  });

  it.each([
    [{ 'ratio.base': 7 }, /ratio\.base/],
    [{ 'ratio.base': '0.5' }, /ratio\.base/],
    [{ 'ratio.base': 0.9 }, /ratio\.base takes a value below/],
    [null, /not valid/],
  ])('refuse kept settings that are not valid: %#', (kept, words) => {
    expect(() => restore(kept)).toThrow(words);
  });
});
