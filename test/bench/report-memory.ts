import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/*
 * Loaded before a bot's own entry (`--import`): says on file descriptor 3 what memory the process had when it ended,
 * so that the entry itself stays as it is.
 */

const REPORT = 3;
const KIBIBYTE = 1_024;

if (isMainThread) {
  process.on('exit', () => {
    const rss = process.memoryUsage.rss();
    const peak = process.resourceUsage().maxRSS * KIBIBYTE;
    writeSync(REPORT, JSON.stringify({ rss, peak }));
  });
}
