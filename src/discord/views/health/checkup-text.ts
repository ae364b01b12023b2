import { spanText } from '#discord/message/duration-text.ts';
import { decimal, month, newYorkDate } from '#discord/message/format.ts';
import { en } from '#discord/texts/en.ts';
import { SECOND } from '#domain/duration.ts';
import type { JudgedCheckup, MachineCheckup, Newest, SourceCheckup } from '#domain/health/checkup.ts';

const GIGABYTE = 1024 ** 3;

/** What was found of one part of the machine, in plain words. */
export function machineText(part: MachineCheckup, isWell: boolean): string {
  switch (part.about) {
    case 'folder':
      return folderText(part);
    case 'store':
      return storeText(part);
    case 'clock':
      return clockText(part, isWell);
    case 'releases':
      return releasesText(part, isWell);
    case 'drawing':
      return drawingText(part);
    default:
      return plainText(part, isWell);
  }
}

function plainText(part: Part<'node' | 'sessions' | 'token' | 'contact'>, isWell: boolean): string {
  const { doctor } = en.health;
  switch (part.about) {
    case 'node':
      return isWell ? doctor.node(part.version) : doctor.nodeOld(part.version);
    case 'sessions':
      return isWell ? doctor.until(part.until) : doctor.sessionsEnd(part.until);
    case 'token':
      return part.isThere ? doctor.token : doctor.noToken;
    case 'contact':
      return part.isThere ? doctor.contact : doctor.noContact;
  }
}

type Part<About extends MachineCheckup['about']> = Extract<MachineCheckup, { readonly about: About }>;

function drawingText({ milliseconds = 0, failure }: Part<'drawing'>): string {
  const { doctor } = en.health;
  return failure === undefined
    ? doctor.drawing(decimal(milliseconds / SECOND, 1))
    : doctor.drawingFails(failure);
}

function folderText({ isWritable, freeBytes }: Part<'folder'>): string {
  const { doctor } = en.health;
  if (!isWritable) {
    return doctor.folderClosed;
  }
  return freeBytes === undefined
    ? doctor.folderOfUnknownRoom
    : doctor.folder(`${decimal(freeBytes / GIGABYTE, 1)} GB`);
}

function storeText({ state, version, newest }: Part<'store'>): string {
  const { doctor } = en.health;
  if (state !== 'usable' || version === undefined) {
    return doctor.stores[state];
  }
  return version < newest ? doctor.storeOlder(version, newest) : doctor.store(version, newest);
}

function clockText({ ahead, against }: Part<'clock'>, isWell: boolean): string {
  const { doctor } = en.health;
  if (ahead === undefined) {
    return doctor.clockUnknown(against);
  }
  const seconds = decimal(Math.abs(ahead) / SECOND, 1);
  return isWell
    ? doctor.clock(seconds, against)
    : doctor.clockOff(seconds, ahead > 0 ? doctor.ahead : doctor.behind, against);
}

function releasesText({ endsAt }: Part<'releases'>, isWell: boolean): string {
  const { doctor } = en.health;
  if (endsAt === undefined) {
    return doctor.releasesEnded;
  }
  return isWell ? doctor.until(newYorkDate(endsAt)) : doctor.releasesEnd(newYorkDate(endsAt));
}

/** The newest that a source has, with its age: `Oct 2026`, `2026-11-25, 3 d old`, `15 min old`. */
export function newestText({ outcome }: SourceCheckup, now: number): string {
  const { doctor } = en.health;
  if (outcome.kind !== 'answered') {
    return doctor.unknown;
  }
  return outcome.newest ? ageText(outcome.newest, now) : doctor.nothing;
}

function ageText(newest: Newest, now: number): string {
  const { doctor } = en.health;
  if ('month' in newest) {
    return month(newest.month);
  }
  if ('at' in newest) {
    return doctor.old(spanText(now - newest.at));
  }
  const age = now - Date.parse(newest.day);
  return age > 0 ? `${newest.day}, ${doctor.old(spanText(age))}` : newest.day;
}

export function quotaText({ health }: SourceCheckup): string {
  const { doctor } = en.health;
  if (!health) {
    return doctor.unknown;
  }
  return health.leftToday === undefined ? doctor.noLimit : String(health.leftToday);
}

export function nextText({ health }: SourceCheckup, now: number): string {
  const { doctor } = en.health;
  if (!health) {
    return doctor.unknown;
  }
  return health.nextAt <= now ? doctor.now : doctor.inTime(spanText(health.nextAt - now));
}

/** What is wrong with a source, what the bot does without it, and which key would help; empty where all is well. */
export function troubleLines(source: SourceCheckup, at: number): readonly string[] {
  const { doctor } = en.health;
  const { outcome, key, health, gives } = source;
  switch (outcome.kind) {
    case 'answered':
      return health?.leftToday === 0 && key ? [doctor.moreRoom(key)] : [];
    case 'no-key':
      return [...(key ? [doctor.noKey(key)] : []), doctor.without[gives]];
    case 'late':
      return [doctor.late(outcome.timeout / SECOND), ...lastWell(health, at), doctor.without[gives]];
    case 'refused':
      return [`${outcome.message}.`, ...lastTimes(source, at), doctor.without[gives]];
  }
}

/** Where it was left alone, what it said when it was asked last is what matters. */
function lastTimes({ outcome, health }: SourceCheckup, at: number): readonly string[] {
  const last = health?.lastFailure;
  const isToldAlready =
    outcome.kind === 'refused' && last !== undefined && outcome.message.includes(last.words);
  const lines =
    last && !isToldAlready ? [en.health.doctor.lastFailed(spanText(at - last.at), last.words)] : [];
  return [...lines, ...lastWell(health, at)];
}

function lastWell(health: SourceCheckup['health'], at: number): readonly string[] {
  return health?.lastSuccessAt === undefined
    ? []
    : [en.health.doctor.lastWell(spanText(at - health.lastSuccessAt))];
}

/** What a checkup comes to, worst first. */
export function conclusionLines({ isOffline, lacking, machine }: JudgedCheckup): readonly string[] {
  const { doctor } = en.health;
  const broken = machine
    .filter(({ verdict }) => verdict === 'bad')
    .map(({ part }) => doctor.names[part.about]);
  const lines = [
    ...(isOffline ? [doctor.offline] : []),
    ...(broken.length > 0 ? [doctor.lackingMachine(broken.join(', '))] : []),
    ...lacking.map((gift) => doctor.lacking(doctor.gives[gift])),
  ];
  return lines.length > 0 ? lines : [doctor.well];
}
