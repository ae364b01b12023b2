import type { MachineCheckup, SourceCapability } from '#domain/health/checkup.ts';

type Store = Extract<MachineCheckup, { readonly about: 'store' }>['state'];

const without: Readonly<Record<SourceCapability, string>> = {
  figures:
    'Without it the other source of figures is asked alone; without both a steward types them in with /release print.',
  'release-dates':
    'Without it the bot keeps the release dates that it knows, and may miss that one was moved.',
  consensus: 'Without it the nowcast or /release consensus stands in, and is said to.',
  nowcast: 'Without it only a survey or /release consensus tells what is expected.',
  closes: 'Without it the other source of closes is used alone, and closes are provisional.',
  quotes: 'Without it checks during the session have one source less.',
  chains: 'Without it positions are valued by what stewards mark by hand.',
  futures: 'Without it VIX calls are valued by what stewards mark by hand.',
  constituents: 'Without it the members of the indices are not known, and breadth is not counted.',
  breadth: 'Without it breadth is unknown, and a checklist item stays open.',
};

const gives: Readonly<Record<SourceCapability, string>> = {
  figures: 'first figures',
  'release-dates': 'release dates',
  consensus: 'surveys',
  nowcast: 'a nowcast',
  closes: 'closes',
  quotes: 'quotes',
  chains: 'option chains',
  futures: 'VIX futures',
  constituents: 'index members',
  breadth: 'breadth',
};

const stores: Readonly<Record<Store, string>> = {
  absent: 'none yet; the first start makes it',
  usable: '',
  'in-use': 'in use by a running bot, which /steward doctor asks within its own quotas',
  newer: 'a newer version wrote it: update Vega Steward, or choose another folder with DATA_DIR',
  corrupt: 'damaged: restore a copy, or move it away to begin anew',
  unreadable: 'cannot be read: check who owns the folder',
};

/** What `npm run doctor` and `/steward doctor` say of machine and sources, as plain text. */
export const doctor = {
  machine: 'Machine',
  sources: 'Sources',
  columns: ['newest', 'left today', 'next'] as const,
  names: {
    node: 'Node',
    folder: 'Data folder',
    store: 'Store',
    clock: 'Clock',
    releases: 'Release calendar',
    sessions: 'Exchange calendar',
    drawing: 'Pictures',
    token: 'Discord token',
    contact: 'Contact address',
  } as const satisfies Record<MachineCheckup['about'], string>,
  gives,
  without,

  node: (version: string) => version,
  nodeOld: (version: string) => `${version}: 24.12 or newer is needed`,
  folder: (free: string) => `can be written to, ${free} free`,
  folderOfUnknownRoom: 'can be written to',
  folderClosed: 'cannot be written to: check who owns it, or choose another one with DATA_DIR',
  stores,
  store: (version: number, newest: number) => `version ${version} of ${newest}`,
  storeOlder: (version: number, newest: number) =>
    `version ${version} of ${newest}; the next start brings it up to date`,
  clock: (seconds: string, against: string) => `within ${seconds} s of ${against}`,
  clockOff: (seconds: string, way: string, against: string) =>
    `${seconds} s ${way} ${against}: let the system set the time, or checks come at the wrong moment`,
  clockUnknown: (against: string) => `not compared: ${against} did not tell the time`,
  ahead: 'ahead of',
  behind: 'behind',
  until: (date: string) => `to ${date}`,
  releasesEnded: 'it has ended: no coming release is known until the BLS calendar answers',
  releasesEnd: (date: string) => `to ${date}; the BLS calendar gives later dates once it answers`,
  sessionsEnd: (date: string) => `to ${date}; update Vega Steward before then`,
  drawing: (seconds: string) => `drawn in ${seconds} s`,
  drawingFails: (message: string) => `not drawn, so that alerts come without one: ${message}`,
  token: 'there, of the right shape',
  noToken: 'none: npm start opens the playground',
  contact: 'there',
  noContact: 'none: bls.gov answers nobody who gives no address; set CONTACT_EMAIL',

  nothing: 'nothing today',
  old: (age: string) => `${age} old`,
  noLimit: 'no limit',
  now: 'now',
  inTime: (span: string) => `in ${span}`,
  unknown: '-',
  noKey: (key: string) => `No key: ${key} switches it on.`,
  moreRoom: (key: string) => `${key} would give it more questions a day.`,
  late: (seconds: number) => `No answer within ${seconds} s.`,
  lastWell: (age: string) => `It answered last ${age} ago.`,
  lastFailed: (age: string, message: string) => `Last error, ${age} ago: ${message}.`,

  offline:
    'No source could be reached: this machine has no way to the internet, or something between blocks it.',
  lacking: (what: string) => `Nobody gives ${what}, which the bot needs.`,
  lackingMachine: (what: string) => `Not as the bot needs it: ${what}.`,
  well: 'The bot has all that it needs.',

  title: '## Doctor',
  answeredAt: (when: string) => `Asked ${when}`,
  again: 'Sources are asked once a minute at most; until then this is what they said.',
  recorded: 'No live source is connected here. `npm run doctor` asks them from a terminal.',
  here: '**On this server**',
  delivered: (arrived: number, dropped: number, waiting: number) =>
    `Latest messages: ${arrived} arrived, ${dropped} given up, ${waiting} on their way`,
};
