import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEnv, VARIABLES } from '#config/env.ts';

const TOKEN = 'a'.repeat(24) + '.bbbbbb.' + 'c'.repeat(38);

describe('readEnv', () => {
  it('needs nothing', () => {
    expect(readEnv({ PATH: '/bin' })).toEqual({
      DATA_DIR: './data',
      CONTACT_EMAIL: 'contact-not-set@vega-steward.invalid',
      LIVE_SOURCES: 'on',
    });
  });

  it('takes an empty variable for none', () => {
    expect(readEnv({ DISCORD_TOKEN: '', DISCORD_API: ' ', DATA_DIR: '', LOG_LEVEL: '' })).toEqual(
      readEnv({}),
    );
  });

  it('reads what is there', () => {
    const given = {
      DISCORD_TOKEN: TOKEN,
      DISCORD_API: 'http://127.0.0.1:4000/api',
      DATA_DIR: '/data',
      LOG_LEVEL: 'warn',
      CONTACT_EMAIL: 'steward@example.org',
      BLS_API_KEY: 'one',
      FRED_API_KEY: 'two',
      POLYGON_API_KEY: 'three',
      LIVE_SOURCES: 'off',
      SOURCES_URL: 'http://127.0.0.1:4100',
    };
    expect(readEnv(given)).toEqual(given);
  });

  it('names everything that is wrong at once, and shows no value', () => {
    const wrong = { DISCORD_TOKEN: 'secret', DISCORD_API: 'ftp://secret', LOG_LEVEL: 'secret' };
    expect(() => readEnv(wrong)).toThrow(/DISCORD_TOKEN.*DISCORD_API.*LOG_LEVEL/s);
    expect(() => readEnv(wrong)).not.toThrow(/secret/);
    expect(() => readEnv({ CONTACT_EMAIL: 'nobody', FRED_API_KEY: 'my secret' })).toThrow(
      /CONTACT_EMAIL: is no e-mail address.*FRED_API_KEY: has blanks in it/s,
    );
    expect(() => readEnv({ FRED_API_KEY: 'my secret' })).not.toThrow(/secret/);
    expect(() => readEnv({ DISCORD_API: 'https://discord.com/api/' })).toThrow('ends in a slash');
    expect(() => readEnv({ DISCORD_TOKEN: `${TOKEN} x` })).toThrow('blanks');
  });

  it.each(['http://192.168.1.7:4100', 'https://127.0.0.1:4100', 'http://127.0.0.1.example.org', 'data'])(
    'lets nobody at %s answer for the data sources',
    (address) => {
      expect(() => readEnv({ SOURCES_URL: address })).toThrow(
        /SOURCES_URL: is (no http address|not on this machine)/,
      );
    },
  );

  it('has a line in .env.example for every variable', () => {
    const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
    const named = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(VARIABLES));
  });
});
