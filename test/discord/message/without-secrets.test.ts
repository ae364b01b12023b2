import { describe, expect, it } from 'vitest';
import { withoutSecrets } from '#discord/message/without-secrets.ts';

const TOKEN = 'aW50ZXJhY3Rpb24.G-x_y.z0';

describe('withoutSecrets', () => {
  it('keeps what went wrong and where, but no token, however deep', () => {
    const cause = new Error(`POST /api/v10/interactions/1290000000000000001/${TOKEN}/callback failed`);
    const error = new Error(`Authorization: Bot ${TOKEN}`, { cause });
    Object.assign(error, {
      url: `https://discord.com/api/webhooks/12/${TOKEN}`,
      requestBody: { files: [TOKEN] },
    });
    const safe = withoutSecrets(error);

    expect(safe).toMatchObject({ name: 'Error', message: 'Authorization: Bot …' });
    expect(everythingIn(safe)).not.toContain(TOKEN);
    expect(everythingIn(safe)).toContain('/interactions/1290000000000000001/…/callback failed');
    expect(everythingIn(safe)).toContain('without-secrets.test.ts');
  });
});

function everythingIn(value: unknown): string {
  return value instanceof Error
    ? Object.getOwnPropertyNames(value)
        .map((name) => everythingIn(Reflect.get(value, name)))
        .join('\n')
    : String(JSON.stringify(value));
}
