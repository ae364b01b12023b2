/**
 * A program: prints which functions of the product `/exposure show` runs, once, on the worked example after an episode.
 * In a process of its own, since the test runner rewrites modules with functions that the product has not.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exposure } from '#commands/exposure/index.ts';
import { openRecorded, RECORDED_SERVER } from './open-recorded.ts';

const OWN = /\/(?:src|commands|config)\/.*\.ts$/;

const folder = await mkdtemp(join(tmpdir(), 'vega-count-'));
const replay = await openRecorded({ id: '2014-09-17', folder, withBook: true });
await replay.stepper.start();
const show = exposure.commands.find(({ name }) => name === 'show');

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
await session.post('Profiler.takePreciseCoverage');
const reply = await show?.run(
  {},
  {
    interaction: '1',
    server: RECORDED_SERVER,
    channel: '100000000000000007',
    member: { id: '100000000000000008', rank: 'member', name: 'Ada' },
    locale: 'en-GB',
    now: replay.clock.now(),
    services: replay.steward.services,
    commands: [exposure],
    showProgress: () => undefined,
    signal: new AbortController().signal,
  },
);
const { result } = await session.post('Profiler.takePreciseCoverage');
session.disconnect();
await replay.close();
await rm(folder, { recursive: true });

const called = result
  .filter(({ url }) => OWN.test(url))
  .flatMap(({ url, functions }) =>
    functions
      .filter(({ ranges: [whole] }) => (whole?.count ?? 0) > 0)
      .map(({ functionName }) => `${url.replace(/^.*?\/(?=(?:src|commands|config)\/)/, '')} ${functionName}`),
  );
process.stdout.write(JSON.stringify({ called, view: JSON.stringify(reply?.view) }));
