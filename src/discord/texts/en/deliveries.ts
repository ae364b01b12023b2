export const deliveries = {
  title: '## Deliveries',
  none: 'No release has been published since the bot began to watch.',
  seen: (time: string, source: string) => `seen at ${source} ${time}`,
  evaluated: (time: string) => `evaluated ${time}`,
  notEvaluated: 'not evaluated for this server: it had no alert channel by then, or the release was missed',
  queued: (time: string) => `queued ${time}`,
  notQueued: 'no message: its kind is switched off',
  accepted: (time: string) => `accepted by Discord ${time}`,
  after: (seconds: string) => `${seconds} s after it was seen`,
  waiting: (attempt: number) => `on its way, attempt ${attempt}`,
  dropped: (time: string, reason: string) => `**given up** ${time}: ${reason}`,
  lag: (count: number, p50: string, p95: string) =>
    `From seen to accepted, ${count === 1 ? 'one message' : `${count} messages`}: p50 ${p50} s, p95 ${p95} s`,
  noLag: 'Discord has accepted nothing yet.',
  replay:
    'In a replay the market clock is simulated and Discord’s is not: how long messages took cannot be told.',
  times: '-# Times in New York. “Evaluated” and “queued” show the instant that the evaluation was for.',
};
