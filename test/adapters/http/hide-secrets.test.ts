import { describe, expect, it } from 'vitest';
import { hideSecrets, inWords, withoutSecrets } from '#adapters/http/hide-secrets.ts';

const SECRETS = ['top/secret'];

describe('hideSecrets', () => {
  it('hides what it was told of, as it is and as an address writes it', () => {
    expect(hideSecrets('a top/secret b top%2Fsecret c', SECRETS)).toBe('a [hidden] b [hidden] c');
  });

  it('hides keys in addresses that it was not told of', () => {
    expect(hideSecrets('https://x.org/?apiKey=abc&date=2024&api_key=def', [])).toBe(
      'https://x.org/?apiKey=[hidden]&date=2024&api_key=[hidden]',
    );
  });

  it('is not led astray by an empty secret', () => {
    expect(hideSecrets('plain', [''])).toBe('plain');
  });
});

describe('withoutSecrets', () => {
  it('keeps what an error says, with its causes, and nothing else that was put on it', () => {
    const inner = Object.assign(new Error('at top/secret'), { config: { key: 'top/secret' } });
    const shown = withoutSecrets(new TypeError('fetch failed', { cause: inner }), SECRETS);
    expect(inWords(shown)).toBe('fetch failed: at [hidden]');
    expect(shown.name).toBe('TypeError');
    expect(JSON.stringify([shown.cause, shown.stack])).not.toContain(SECRETS[0]);
  });

  it('reads what is no error, and does not follow causes in circles', () => {
    expect(withoutSecrets('top/secret', SECRETS).message).toBe('[hidden]');
    const circle = new Error('round');
    circle.cause = circle;
    expect(inWords(withoutSecrets(circle, SECRETS))).toMatch(/^(round: )*round$/);
  });
});
