export const degraded = {
  title: '## Data degraded',
  decision: (session: string, inputs: string) =>
    `The evaluation after the close of ${session} was made without inputs that it needs: ${inputs}.`,
  decisionNext:
    'Nothing could rise. When the data come, the evaluation is looked at again and corrected where it matters.',
  noMarket: (session: string, source: string) =>
    `The close of ${session} could not be evaluated so far: ${source} gives no closes.`,
  noMarketNext: 'It is tried again until the next close. Nothing was evaluated and nothing has moved.',
  unjudged: (report: string, source: string) =>
    `${report} is out and was received, but ${source} gives no closes, so nothing was made of it yet.`,
  unjudgedNext: 'It is tried again every few minutes. The figures are kept: `/release last` shows them.',
  disputed: (report: string) => `Two sources disagree on ${report}:`,
  disputedNext:
    'The print stays as it was seen first, and is not confirmed. Look at the release yourself before you act on it.',
  look: (source: string, headline: string, core: string, at: string) =>
    `- ${source}: headline ${headline}, core ${core} (${at})`,
  silent: 'Sources that failed when they were last asked and have not answered for a day:',
  answered: (at: string) => `answered last ${at}`,
  neverAnswered: 'has never answered',
  silentNext: 'What they alone give is unknown until they do; the rest comes from others.',
  doctor: 'told once a day',
};
