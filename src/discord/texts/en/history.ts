/** What Discord is told of `/replay`. Descriptions have at most 100 characters. */
const commands = {
  replay: 'History, played again',
  episode: {
    description: 'Plays a recorded episode into this channel (stewards)',
    episode: 'Which one; begin to type to choose',
  },
  backtest: {
    description: 'Every release of the recorded history through the engine, and a report (stewards)',
    preset: 'A preset instead of the defaults',
  },
};

const replay = {
  title: (title: string) => `## Replay: ${title}`,
  progress: (arrived: number, planned: number) => `${arrived} of ${planned} messages so far`,
  clock: (time: string) => `Simulated clock: ${time}`,
  ended: (arrived: number) => `Ended. ${arrived} messages above, each marked as a replay.`,
  endedShort: (arrived: number, planned: number) =>
    `Ended with ${arrived} of ${planned} messages: \`/steward status\` may say why.`,
  apart: 'It has a store of its own: the ratio, book and calendar of this server are not touched.',
};

const backtest = {
  title: (from: string, until: string) => `## Releases from ${from} to ${until}`,
  running: (done: number, all: number) => `## Backtest\nPlayed ${done} of ${all}.`,
  funnel: (id: string, count: number) => `${id}: **${count}**`,
  funnelName: 'funnel',
  confirmed: (ids: string) => `Confirmed: ${ids}.`,
  nobody: 'Confirmed: none.',
  picture: 'Bars: how many releases were weak, lagged, were confirmed and raised the hedge.',
  file: (name: string) => `Backtest: ${name}`,
  disclaimer:
    '-# Educational model output, not advice. Past and back-tested results do not predict. No part of it is priced from VIX options.',
};

const problems = {
  noHistory: [
    'There is no recorded history to play. The operator of this bot can name a folder of it with `HISTORY_DIR`:',
    'tables of releases and daily closes as `npm run backtest` reads them. `/replay episode` plays what comes with the bot.',
  ].join(' '),
  historyUnusable: (why: string) =>
    `The recorded history cannot be used: ${why}. The operator of this bot has to look at the folder that \`HISTORY_DIR\` names.`,
};

/** Words about recorded history: episodes that are played again, and the backtest. */
export const history = { backtest, commands, problems, replay };
