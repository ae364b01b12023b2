import { describe, expect, it } from 'vitest';
import { readDay, readOptions, readWholeNumber, WrongUse } from '#cli/command-line.ts';
import { PROGRAMS, runCli } from '#test/support/process/run-cli.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

describe('every command line', { timeout: 60_000 }, () => {
  it.each(PROGRAMS)(
    'of %s ends with 2 when it was called wrongly, and says where its options are',
    async (name) => {
      const { code, out, complaints } = await runCli(name, ['--colour'], {
        DATA_DIR: await temporaryFolder(),
      });
      expect(complaints).toMatch(
        /Unknown option '--colour'.*npm (start|run \w+) -- --help lists what there is\.\n$/,
      );
      expect([code, out]).toEqual([2, '']);
    },
  );

  it.each([
    ['start', ['--port', 'http'], '--port takes a whole number from 0 to 65535'],
    ['history', [], 'A history needs --out.'],
    ['backtest', [], 'A backtest needs --history and --out.'],
  ] as const)('of %s ends with 2 after %j and says what is taken', async (name, args, sentence) => {
    const { code, complaints } = await runCli(name, args, { DATA_DIR: await temporaryFolder() });
    expect(complaints).toContain(sentence);
    expect(code).toBe(2);
  });

  it.each(['playground', 'doctor'] as const)(
    'of %s lists its options when it is asked to, and ends with 0',
    async (name) => {
      const { code, out, complaints } = await runCli(name, ['--help'], { DATA_DIR: await temporaryFolder() });
      expect(out).toContain(`npm run ${name}`);
      expect([code, complaints]).toEqual([0, '']);
    },
  );
});

describe('readOptions', () => {
  const usage = { command: 'run trial', options: { out: { type: 'string' } } } as const;

  it('gives what was asked for, and whether help was', () => {
    expect({ ...readOptions(['--out', 'x'], usage) }).toEqual({ out: 'x', help: false });
    expect(readOptions(['-h'], usage).help).toBe(true);
  });

  it('names the program whose options are listed', () => {
    expect(() => readOptions(['x'], usage)).toThrow(WrongUse);
    expect(() => readOptions(['--out'], usage)).toThrow('npm run trial -- --help');
  });
});

describe('readDay', () => {
  it.each(['2010-02-30', '2010-1-1', 'yesterday', ''])('refuses "%s"', (text) => {
    expect(() => readDay('--from', text)).toThrow('--from takes a day such as 2010-01-01');
  });
});

describe('readWholeNumber', () => {
  it.each(['', ' ', '-1', '80.5', '11', '1e9'])('refuses "%s" where 0 to 10 are taken', (text) => {
    expect(() => readWholeNumber('--speed', text, 10)).toThrow('--speed takes a whole number from 0 to 10');
  });
});
