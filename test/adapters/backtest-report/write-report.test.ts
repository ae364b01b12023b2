import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SUMMARY_MARK } from '#adapters/backtest-report/backtest-report.ts';
import { writeReport } from '#adapters/backtest-report/write-report.ts';
import type { ReportFile } from '#ports/backtest-report.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

function report(text: string): readonly ReportFile[] {
  const bytes = (content: string): Uint8Array => new TextEncoder().encode(content);
  return [
    { name: 'report.md', content: bytes(text) },
    { name: 'summary.json', content: bytes(JSON.stringify({ made: SUMMARY_MARK })) },
  ];
}

describe('writeReport', () => {
  it('makes the folder, and takes the place of an earlier report', async () => {
    const folder = join(await temporaryFolder(), 'deep', 'out');
    writeReport(folder, report('first'));
    writeReport(folder, report('second'));
    expect(readFileSync(join(folder, 'report.md'), 'utf8')).toBe('second');
    expect(readdirSync(join(folder, '..'))).toEqual(['out']);
  });

  it('leaves a folder with other files as it was', async () => {
    const folder = await temporaryFolder();
    writeFileSync(join(folder, 'thesis.docx'), 'mine');
    expect(() => writeReport(folder, report('x'))).toThrow('which no backtest wrote');
    expect(readdirSync(folder)).toEqual(['thesis.docx']);
  });

  it('leaves a report of the same names that no backtest wrote', async () => {
    const folder = await temporaryFolder();
    writeFileSync(join(folder, 'report.md'), 'mine');
    expect(() => writeReport(folder, report('x'))).toThrow(/no backtest wrote/);
    expect(readFileSync(join(folder, 'report.md'), 'utf8')).toBe('mine');
  });

  it('leaves the earlier report whole when the new one cannot be written', async () => {
    const root = await temporaryFolder();
    const folder = join(root, 'out');
    writeReport(folder, report('first'));
    const broken = [...report('second'), { name: 'no/such/place', content: new Uint8Array() }];
    expect(() => writeReport(folder, broken)).toThrow(/ENOENT/);
    expect(readFileSync(join(folder, 'report.md'), 'utf8')).toBe('first');
    expect(readdirSync(root)).toEqual(['out']);
  });

  it('takes an empty folder', async () => {
    const folder = join(await temporaryFolder(), 'empty');
    mkdirSync(folder);
    writeReport(folder, report('first'));
    expect(readdirSync(folder)).toHaveLength(2);
  });
});
