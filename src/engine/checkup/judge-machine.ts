import { DAY, SECOND } from '#domain/duration.ts';
import type { CheckupVerdict, MachineCheckup } from '#domain/health/checkup.ts';

const MEGABYTE = 1024 * 1024;

/** HTTP tells the time in whole seconds, and an answer takes its time: less than this cannot be told from none. */
const DRIFT_NOTICED = 3 * SECOND;
/** From here on checks come at the wrong time. */
const DRIFT_BAD = 30 * SECOND;

const ROOM_NOTICED = 500 * MEGABYTE;
const ROOM_BAD = 50 * MEGABYTE;

/** Milliseconds before a calendar's end from which on it is worth a word. */
const RELEASES_NOTICED = 14 * DAY;
const SESSIONS_NOTICED = 60 * DAY;

/** Whether the bot can do with what it found on its machine. @param now - epoch milliseconds (UTC) */
export function judgeMachine(part: MachineCheckup, now: number): CheckupVerdict {
  switch (part.about) {
    case 'node':
      return part.isNewEnough ? 'well' : 'bad';
    case 'drawing':
      return part.failure === undefined ? 'well' : 'notice';
    case 'token':
    case 'contact':
      return part.isThere ? 'well' : 'notice';
    default:
      return judgeMeasured(part, now);
  }
}

type Measured = Exclude<MachineCheckup, { readonly about: 'node' | 'drawing' | 'token' | 'contact' }>;

function judgeMeasured(part: Measured, now: number): CheckupVerdict {
  switch (part.about) {
    case 'folder':
      return judgeFolder(part);
    case 'store':
      return judgeStore(part);
    case 'clock':
      return part.ahead === undefined ? 'notice' : levelOf(Math.abs(part.ahead), DRIFT_NOTICED, DRIFT_BAD);
    case 'releases':
      return judgeEnd(part.endsAt ?? -Infinity, now, RELEASES_NOTICED);
    case 'sessions':
      return judgeEnd(Date.parse(part.until), now, SESSIONS_NOTICED);
  }
}

function judgeFolder({
  isWritable,
  freeBytes = Infinity,
}: Extract<MachineCheckup, { readonly about: 'folder' }>): CheckupVerdict {
  return isWritable ? levelOf(-freeBytes, -ROOM_NOTICED, -ROOM_BAD) : 'bad';
}

/** @param noticed - milliseconds before the end from which on it is worth a word */
function judgeEnd(endsAt: number, now: number, noticed: number): CheckupVerdict {
  return levelOf(now - endsAt, -noticed, 0);
}

function judgeStore({
  state,
  version,
  newest,
}: Extract<MachineCheckup, { readonly about: 'store' }>): CheckupVerdict {
  if (state === 'absent' || state === 'in-use') {
    return 'well';
  }
  if (state !== 'usable') {
    return 'bad';
  }
  return version === newest ? 'well' : 'notice';
}

/** Higher is worse. */
function levelOf(value: number, noticed: number, bad: number): CheckupVerdict {
  if (value >= bad) {
    return 'bad';
  }
  return value > noticed ? 'notice' : 'well';
}
