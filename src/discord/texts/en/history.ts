/** Words about thresholds over recorded history: presets, previews, exports and the backtest. */
export const history = {
  commands: {
    preset: {
      description: 'Take a named set of thresholds (Manage Server)',
      name: 'Which one; begin to type to choose',
    },
    preview: {
      description: 'What another threshold or a preset would have made of the last 60 prints',
      key: 'A threshold; begin to type to choose',
      value: 'The value to try, such as -0.8',
      preset: 'Or a preset; begin to type to choose',
    },
    undo: { description: 'Take the last change of thresholds back (Manage Server)' },
    changes: {
      description: 'Who changed which threshold, when, from what to what',
      page: 'Further back; 1 is the latest',
    },
    exported: { description: 'Every threshold as JSON, without what belongs to this server alone' },
    imported: {
      description: 'Take thresholds from JSON as export gives it (Manage Server)',
      json: 'Paste the whole of it',
    },
    backtest: {
      description: 'Every release of the recorded history through the engine, and a report (stewards)',
      preset: 'A preset instead of the defaults',
    },
  },

  edits: {
    done: (count: number) => (count === 1 ? '## One threshold changed' : `## ${count} thresholds changed`),
    none: 'All of these are set so already: nothing was changed.',
    line: (key: string, from: string, to: string) => `${key} ${from} → **${to}**`,
    lines: 'changes',
    counts: (version: number) => `Settings version ${version}. It counts from the next evaluation on.`,
    undo: 'Take it back',
    switched: (from: string, to: string) =>
      `What a step of the ratio scales went back with it: \`ratio.meaning\` is **${to}** again, no longer ${from}. \`/hedge plan\` shows what a step comes to now.`,
    unswitched: (to: string) =>
      `\`ratio.meaning\` was left as it is, not switched to ${to}: it changes what every later step means in contracts. \`/thresholds set key:ratio.meaning value:${to}\` shows both plans and asks.`,
  },

  changes: {
    title: '## Changes of thresholds',
    none: 'Nothing was ever changed: every threshold is at its default.',
    line: (change: string, by: string, at: string) => `${change}, ${by} ${at}`,
    change: (key: string, from: string, to: string) => `${key} ${from} → ${to}`,
    page: (page: number, pages: number, count: number) =>
      `Page ${page} of ${pages}, ${count} changes kept (the last hundred).`,
  },

  exported: {
    title: '## Thresholds as JSON',
    how: 'Paste the file’s text into `/thresholds import`. Channel and roles are left out.',
    description: 'Every threshold as JSON',
  },

  shadow: {
    title: (wish: string) => `## If it had been ${wish}`,
    summary: (old: number, next: number, overlap: number, prints: number) =>
      `old ${old} alerts, new ${next}, overlap ${overlap} over the last ${prints} prints`,
    same: 'Nothing would change: these values are set already.',
    span: (from: string, until: string, source: string) =>
      `Prints from ${from} to ${until}, ${source}, through the engine that evaluates live.`,
    sources: {
      folder: 'from the recorded history',
      store: 'those that this bot received itself',
      both: 'from the recorded history and what this bot received',
    },
    meaning:
      'A print alerts when a close of its window reaches `alerts.minState`. What would have alerted is not what would have paid.',
    list: 'prints',
    row: (release: string, old: string, next: string) => `${release}: ${old} → ${next}`,
    silent: (state: string) => `no alert (${state})`,
    alert: (state: string) => state,
    raised: (state: string) => `${state}, hedge raised`,
    apply: 'Apply it',
    ask: 'Name a threshold with a value, or a preset: `/thresholds preview key:rsi.rutMax value:40`.',
    tooLong: 'This is too long for a button: `/thresholds set` takes it.',
  },

  backtest: {
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
  },

  problems: {
    unknownPreset: (preset: string, known: string) => `There is no preset ${preset}. There are: ${known}.`,
    importRefused: (why: string) => `Nothing was imported: ${why}.`,
    nothingToUndo: 'No change is left that could be taken back.',
    settingsMoved: (seen: number, present: number) =>
      `Nothing was changed: the settings went from version ${seen} to ${present} in the meantime. Look again first.`,
    noHistory: [
      'There is no recorded history to play. The operator of this bot can name a folder of it with `HISTORY_DIR`:',
      'tables of releases and daily closes as `npm run backtest` reads them. `/replay episode` plays what comes with the bot.',
    ].join(' '),
    historyUnusable: (why: string) =>
      `The recorded history cannot be used: ${why}. The operator of this bot has to look at the folder that \`HISTORY_DIR\` names.`,
  },
};
