/** Words about thresholds over recorded history: presets, previews, exports and the backtest. */
export const history = {
  problems: {
    unknownPreset: (preset: string, known: string) => `There is no preset ${preset}. There are: ${known}.`,
    importRefused: (why: string) => `Nothing was imported: ${why}.`,
    nothingToUndo: 'No change is left that could be taken back.',
    settingsMoved: (seen: number, present: number) =>
      `Nothing was changed: the settings went from version ${seen} to ${present} in the meantime. Look again first.`,
    noHistory: [
      'There is no recorded history to play. The operator of this bot can name a folder of it with `HISTORY_DIR`:',
      'tables of releases and daily closes, laid out as `docs/history.md` says. `/replay episode` plays what comes with the bot.',
    ].join(' '),
    historyUnusable: (why: string) =>
      `The recorded history cannot be used: ${why}. The operator of this bot finds the file and line in its log.`,
  },
};
