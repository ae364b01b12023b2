/** Names are Discord's: small letters. Descriptions have at most 100 characters. */
export const commands = {
  signal: { description: 'The signal, and why it is what it is' },
  signalNow: { description: 'The signal as it stands this moment; nothing is stored and nothing moves' },
  signalWhy: {
    description: 'A stored decision: every value, threshold and source behind it',
    id: 'The decision; begin to type to choose',
  },
  exposure: { description: 'What the hedge is worth against the condors' },
  exposureShow: {
    description: 'The hedge by expiration in dollars per VIX point, H, and the programme beside it',
  },
  checklist: { description: 'What to look at before anybody acts' },
  checklistShow: { description: 'The checklist of the latest decision, with ticks' },
  release: { description: 'CPI and PPI releases' },
  releaseNext: { description: 'What is published next, and when' },
  releaseLast: { description: 'The latest prints and how they surprised' },
  thresholds: { description: 'The numbers that the rules are held against' },
  thresholdsView: { description: 'Every threshold of a group: value, default, range', group: 'Which group' },
  thresholdsSet: {
    description: 'Change one threshold (Manage Server)',
    key: 'Which one; begin to type to choose',
    value: 'The new value, such as -1.2 or 15,20,25',
  },
  steward: { description: 'Setting up the bot, and how it is' },
  stewardSetup: {
    description: 'Say where alerts go and what the server holds (Manage Server)',
    channel: 'Where alerts are posted',
    stewards: 'Who may tick and replay, besides Manage Server',
    mention: 'Who is mentioned at CAPITULATION and UNWIND',
    condors: 'Open SPX iron condors',
    hedge: 'VIX calls of the first three hedge expirations, nearest first, such as 4,4,2',
  },
  stewardStatus: { description: 'Is it alive, what is it waiting for, do its messages arrive' },
  stewardDoctor: { description: 'Asks every data source, and looks at machine and permissions (stewards)' },
  stewardDeliveries: { description: 'How the latest releases came here: seen, evaluated, queued, accepted' },
  stewardHelp: { description: 'What this bot does, and what it does not' },
  replay: { description: 'History, played again' },
  replayEpisode: {
    description: 'Plays a recorded episode into this channel (stewards)',
    episode: 'Which one; begin to type to choose',
  },

  help: {
    title: '## Vega Steward',
    what: [
      'Watches CPI and PPI releases. When a print is weak, small caps lag and both RSI and MACD confirm, it says how far',
      'the VIX-call hedge beside SPX iron condors should be raised, in measured steps, and why.',
    ].join(' '),
    silence:
      'Most prints end in "checked, nothing to do". Each of them is posted too: silence is never an answer.',
    asked: '**What it can be asked**',
    group: (name: string, description: string) => `\`/${name}\` ${description}`,
    command: (name: string, mark: string) => `${name}${mark.replaceAll('*', '\\*')}`,
    marks: '\\* stewards · \\*\\* Manage Server. Discord shows what each one takes as you type.',
    disclaimer: [
      'Educational model output, not advice. Options can lose their whole value. Check the inputs yourself.',
      'After publicly described methods of others; no affiliation. Data may be late or wrong; past and back-tested',
      'results do not predict. The bot places no orders.',
    ].join(' '),
  },

  thresholdsTexts: {
    title: (group: string) => `## Thresholds: ${group}`,
    version: (version: number) => `Settings version ${version}.`,
    line: (key: string, value: string, unit: string) => `${key} **${value}**${unit}`,
    unit: (unit: string) => ` ${unit}`,
    changedFrom: (usual: string) => `default ${usual}`,
    range: (range: string) => `range ${range}`,
    another: 'Another group',
    change: 'Change one of these',
    changes: '**Latest changes**',
    changeBy: (change: string, by: string, at: string) => `${change}, ${by} ${at}`,
    changeOf: (key: string, from: string, to: string) => `${key} ${from} → ${to}`,
    changed: (key: string, from: string, to: string) => `${key} changed: **${from} → ${to}**`,
    same: (key: string, value: string) => `${key} is ${value} already.`,
    counts: (version: number) => `Settings version ${version}. It counts from the next evaluation on.`,
    formTitle: (key: string) => `Change ${key}`,
    formLabel: 'New value',
  },

  setupTexts: {
    done: '## Set up',
    ready: 'Every permission is there: the next alert will arrive.',
    channel: (channel: string) => `Alerts go to ${channel}.`,
    stewards: (role: string) => `Stewards: ${role} and Manage Server.`,
    managersOnly: 'Stewards: Manage Server only.',
    mention: (role: string) => `Mentioned at CAPITULATION and UNWIND: ${role}.`,
    mentionNobody: 'Nobody is mentioned.',
    book: (condors: string, hedge: string) => `Book: ${condors} condors, ${hedge} calls.`,
    noBook: 'No book yet: alerts show ratios and no contracts.',
    next: 'Every threshold can be changed: `/thresholds view`.',
  },

  releaseTexts: {
    next: '## Next releases',
    last: '## Latest prints',
    line: (report: string, month: string, time: string, stamp: string) =>
      `**${report}**${month} ${time} (${stamp})`,
    none: 'The calendar has ended: no later date is known.',
    noPrints: 'No print has been received yet.',
    received: (stamp: string) => `received ${stamp}`,
    source: (source: string, quality: string) => `${source} (${quality})`,
  },

  replayTexts: {
    title: (title: string) => `## Replay: ${title}`,
    progress: (arrived: number, planned: number) => `${arrived} of ${planned} messages so far`,
    clock: (time: string) => `Simulated clock: ${time}`,
    ended: (arrived: number) => `Ended. ${arrived} messages above, each marked as a replay.`,
    endedShort: (arrived: number, planned: number) =>
      `Ended with ${arrived} of ${planned} messages: \`/steward status\` may say why.`,
    apart: 'It has a store of its own: the ratio, book and calendar of this server are not touched.',
  },
};
