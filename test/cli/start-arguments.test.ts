import { describe, expect, it } from 'vitest';
import { readStartArguments } from '#cli/start-arguments.ts';

describe('readStartArguments', () => {
  it('opens the playground on a free port unless told otherwise', () => {
    expect(readStartArguments([])).toEqual({
      headless: false,
      stay: false,
      fresh: false,
      help: false,
      port: 0,
    });
  });

  it('reads an episode, a port and a speed', () => {
    expect(
      readStartArguments(['--headless', '--episode', '2014-09-17', '--port', '8080', '--speed', '0']),
    ).toMatchObject({ headless: true, episode: '2014-09-17', port: 8080, speed: 0 });
  });

  it.each(['', '-1', '80.5', '65536', 'http'])('refuses "%s" as a port and says what it takes', (port) => {
    expect(() => readStartArguments([`--port=${port}`])).toThrow(
      /--port takes a whole number from 0 to 65535/,
    );
  });

  it('refuses options that it does not know', () => {
    expect(() => readStartArguments(['--epsiode', '2014-09-17'])).toThrow(/--epsiode/);
  });
});
