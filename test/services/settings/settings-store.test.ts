import { describe, expect, it, onTestFinished } from 'vitest';
import { thresholds } from '#config/thresholds.ts';
import { openStore } from '#adapters/store/open-store.ts';
import { ChannelClosed } from '#domain/delivery/delivery-problem.ts';
import { InvalidSetting, UnknownSetting } from '#domain/problem.ts';
import { ImportRefused, UnknownPreset } from '#domain/settings/settings-problem.ts';
import { bindSettings, bindTrials } from '#services/settings/index.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

const SERVER = '1290000000000000001';
const CHANNEL = '1290000000000000031';
const [ANN, BOB] = ['1290000000000000023', '1290000000000000024'];
const NOW = Date.UTC(2026, 11, 1, 17);

/** All that may be set over an empty store, at a clock that stands still until it is turned. */
async function setUp() {
  const store = await openStore(await temporaryFolder(), thresholds);
  onTestFinished(() => store.close());
  const clock = { now: NOW };
  const services = bindSettings({
    settings: store.settings,
    thresholds,
    wallClock: { now: () => clock.now },
    access: {
      missing: async (_server, channel) =>
        channel === CHANNEL ? ['Embed Links'] : Promise.reject(new ChannelClosed(channel, 'gone')),
    },
  });
  const trials = bindTrials({ settings: store.settings, thresholds });
  return { services, trials, clock, read: (server = SERVER) => store.settings.read(server) };
}

const value = (key: string, text: string) => ({ kind: 'value', key, text }) as const;

describe('setUp', () => {
  it('stores all of it or nothing', async () => {
    const { services, read } = await setUp();
    const wrong = { channel: CHANNEL, condors: 10, hedge: 'four' };
    await expect(services.setUp(SERVER, ANN, wrong)).rejects.toThrow(InvalidSetting);
    expect(await read()).toMatchObject({
      version: 0,
      settings: { 'alerts.channel': null, 'book.condors': null },
    });
  });

  it('stores nothing where the channel is gone', async () => {
    const { services, read } = await setUp();
    await expect(services.setUp(SERVER, ANN, { channel: '1290000000000000099' })).rejects.toThrow(
      ChannelClosed,
    );
    expect((await read()).version).toBe(0);
  });

  it('stores what was said although permissions are missing, and names them', async () => {
    const { services, read } = await setUp();
    const { missing } = await services.setUp(SERVER, ANN, { channel: CHANNEL });
    expect(missing).toEqual(['Embed Links']);
    expect((await read()).settings['alerts.channel']).toBe(CHANNEL);
  });

  it('leaves what is not said the second time as it was, and holds no condors for some', async () => {
    const { services, read } = await setUp();
    await services.setUp(SERVER, ANN, { channel: CHANNEL, condors: 10, hedge: '4,4,2' });
    await services.setUp(SERVER, BOB, { channel: CHANNEL, condors: 0 });
    expect((await read()).settings).toMatchObject({ 'book.condors': 0, 'book.hedge': [4, 4, 2] });
  });

  it('writes down who said it and when, for every value', async () => {
    const { services, read } = await setUp();
    await services.setUp(SERVER, ANN, { channel: CHANNEL, condors: 10 });
    const { changes } = await read();
    expect(changes.map(({ key }) => key).toSorted()).toEqual(['alerts.channel', 'book.condors']);
    expect(changes.every(({ by, at }) => by === ANN && at === NOW)).toBe(true);
  });

  it('concerns one server alone', async () => {
    const { services, read } = await setUp();
    await services.setUp(SERVER, ANN, { channel: CHANNEL });
    expect((await read('2')).version).toBe(0);
  });
});

describe('changeThreshold', () => {
  it('keeps both where two stewards change two thresholds at the same moment', async () => {
    const { services, read } = await setUp();
    await Promise.all([
      services.changeThreshold(SERVER, { by: ANN, key: 'rsi.rutMax', text: '45' }),
      services.changeThreshold(SERVER, { by: BOB, key: 'trend.period', text: '20' }),
    ]);
    const { settings, changes } = await read();
    expect(settings).toMatchObject({ 'rsi.rutMax': 45, 'trend.period': 20 });
    expect(changes.map(({ by }) => by).toSorted()).toEqual([ANN, BOB]);
  });

  it('stores nothing that it refuses', async () => {
    const { services, read } = await setUp();
    const refused = (key: string, text: string) => services.changeThreshold(SERVER, { by: ANN, key, text });
    await expect(refused('rsi.rutMax', 'high')).rejects.toThrow(InvalidSetting);
    await expect(refused('rsi.rutMin', '45')).rejects.toThrow(UnknownSetting);
    expect(await read()).toMatchObject({ version: 0, changes: [] });
  });
});

describe('applyThresholds', () => {
  it('refuses a preset that is not there', async () => {
    const { services, read } = await setUp();
    const wish = { kind: 'preset', name: 'bold' } as const;
    await expect(services.applyThresholds(SERVER, { by: ANN, wish })).rejects.toThrow(UnknownPreset);
    expect((await read()).version).toBe(0);
  });

  it('changes nothing where all were so already', async () => {
    const { services, read } = await setUp();
    const wish = value('rsi.rutMax', '45');
    await services.applyThresholds(SERVER, { by: ANN, wish });
    expect((await services.applyThresholds(SERVER, { by: BOB, wish })).changes).toEqual([]);
    expect((await read()).changes.map(({ by }) => by)).toEqual([ANN]);
  });

  it('takes an edit of the version that was looked at', async () => {
    const { services } = await setUp();
    const first = await services.applyThresholds(SERVER, {
      by: ANN,
      wish: value('rsi.rutMax', '45'),
      basedOn: 0,
    });
    const wish = value('rsi.rutMax', '40');
    const second = await services.applyThresholds(SERVER, { by: ANN, wish, basedOn: first.version });
    expect(second.changes).toEqual([{ key: 'rsi.rutMax', from: '45.0', to: '40.0' }]);
  });

  it('leaves what a step scales although it alone is wished for, and says so', async () => {
    const { services, read } = await setUp();
    const wish = value('ratio.meaning', 'absolute');
    const edit = await services.applyThresholds(SERVER, { by: ANN, wish });
    expect(edit).toMatchObject({ changes: [], unswitched: 'absolute' });
    expect((await read()).settings['ratio.meaning']).toBe('multiplier');
  });

  it('refuses a meaning that there is not', async () => {
    const { services } = await setUp();
    const wish = value('ratio.meaning', 'double');
    await expect(services.applyThresholds(SERVER, { by: ANN, wish })).rejects.toThrow(InvalidSetting);
  });
});

describe('undoThresholds', () => {
  it('takes back the last edit alone, of two by the same steward', async () => {
    const { services, clock, read } = await setUp();
    await services.applyThresholds(SERVER, { by: ANN, wish: value('rsi.rutMax', '45') });
    clock.now += 1;
    await services.applyThresholds(SERVER, { by: ANN, wish: value('trend.period', '20') });
    clock.now += 1;
    const { changes } = await services.undoThresholds(SERVER, { by: BOB });
    expect(changes).toEqual([{ key: 'trend.period', from: '20', to: '50' }]);
    expect((await read()).settings['rsi.rutMax']).toBe(45);
  });

  it('tells two stewards’ edits of the same millisecond apart', async () => {
    const { services, read } = await setUp();
    await services.applyThresholds(SERVER, { by: ANN, wish: value('rsi.rutMax', '45') });
    await services.applyThresholds(SERVER, { by: BOB, wish: value('trend.period', '20') });
    await services.undoThresholds(SERVER, { by: ANN });
    expect((await read()).settings).toMatchObject({ 'rsi.rutMax': 45, 'trend.period': 50 });
  });

  it('takes back where alerts go, too', async () => {
    const { services, clock, read } = await setUp();
    await services.setUp(SERVER, ANN, { channel: CHANNEL });
    clock.now += 1;
    await services.undoThresholds(SERVER, { by: ANN });
    expect((await read()).settings['alerts.channel']).toBeNull();
  });
});

describe('importThresholds', () => {
  it('keeps the server’s own channel and roles', async () => {
    const { services, read } = await setUp();
    await services.setUp('1290000000000000002', ANN, { channel: CHANNEL });
    await services.changeThreshold('1290000000000000002', { by: ANN, key: 'rsi.rutMax', text: '45' });
    const text = await services.exportThresholds('1290000000000000002');
    await services.importThresholds(SERVER, { by: BOB, text });
    expect((await read()).settings).toMatchObject({ 'rsi.rutMax': 45, 'alerts.channel': null });
  });

  it('refuses what is no export', async () => {
    const { services, read } = await setUp();
    await expect(services.importThresholds(SERVER, { by: ANN, text: 'rsi.rutMax=45' })).rejects.toThrow(
      ImportRefused,
    );
    expect((await read()).version).toBe(0);
  });
});

describe('tryThresholds', () => {
  it('tells what a preset would change, and changes nothing', async () => {
    const { trials, services, read } = await setUp();
    await services.changeThreshold(SERVER, { by: ANN, key: 'rsi.rutMax', text: '44' });
    const { changes, present, wished, version } = await trials.tryThresholds(SERVER, {
      kind: 'preset',
      name: 'early',
    });
    expect(changes).toContainEqual({ key: 'rsi.rutMax', from: '44.0', to: '45.0' });
    expect([present['rsi.rutMax'], wished['rsi.rutMax'], version]).toEqual([44, 45, 1]);
    expect((await read()).settings['rsi.rutMax']).toBe(44);
  });

  it('refuses what could not be set', async () => {
    const { trials } = await setUp();
    await expect(trials.tryThresholds(SERVER, value('rsi.rutMax', '-1'))).rejects.toThrow(InvalidSetting);
  });
});

describe('bindSettings', () => {
  it('gives a server that never set anything the method’s defaults', async () => {
    const { services } = await setUp();
    expect(await services.settings(SERVER)).toEqual({
      version: 0,
      settings: thresholds.defaults,
      changes: [],
    });
    const { show, defaults } = await services.viewThresholds(SERVER);
    expect([show('ratio.base'), show('event.windowSessions')]).toEqual([
      defaults('ratio.base'),
      defaults('event.windowSessions'),
    ]);
  });

  it('names every preset', async () => {
    const { services } = await setUp();
    expect(services.presets().map(({ name }) => name)).toEqual(
      expect.arrayContaining(['early', 'curated-vix']),
    );
  });
});
