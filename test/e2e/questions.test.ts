import { commands } from '#commands/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHANNELS } from '#playground/world/cast.ts';
import type { OptionValues } from '#playground/seat/sent-values.ts';
import { ask, type Told, told, words } from '#test/support/asking.ts';
import { openPlayer, type PlayerInDiscord } from '#test/support/discord/player-in-discord.ts';

const GENERAL = CHANNELS[1].id;
const DESK = CHANNELS[2].id;

let bot: PlayerInDiscord;

beforeAll(async () => {
  bot = await openPlayer();
  await bot.player.playback.open('2014-09-17', { fresh: false });
  await bot.player.playback.play();
}, 60_000);

afterAll(() => bot.close());

type Who = 'member' | 'steward' | 'owner';

/** Asks in `#general`, so that the alert channel stays as the episode left it. */
function asks(who: Who, path: string, values?: OptionValues): Promise<Told> {
  const seat = bot.discord.actAs(bot.discord.people[who].id);
  return ask(bot.discord, seat, path, { values, channelId: GENERAL, isOverridden: true });
}

async function choices(who: Who, path: string, option: string, typed: string): Promise<readonly unknown[]> {
  const seat = bot.discord.actAs(bot.discord.people[who].id);
  const { choices: offered } = await seat.autocomplete(path, { [option]: typed }, option);
  return (offered ?? []).map(({ value }) => value);
}

describe('somebody who asks after the episode of 2014-09-17', () => {
  it('sees the signal as it stands, what is adopted, and that the data are recorded', async () => {
    const { text, isPrivate } = await asks('member', 'signal now');
    expect(isPrivate).toBe(false);
    expect(text).toContain('CAPITULATION · vega multiplier stays 0.70');
    expect(text).toContain('RECORDED');
    expect(text).toContain('2014-09-24.official');
  });

  it('is offered the decisions that contain what was typed, newest first', async () => {
    expect(await choices('member', 'signal why', 'id', '09-2')).toEqual([
      '2014-09-24.official',
      '2014-09-23.official',
      '2014-09-22.official',
    ]);
    expect(await choices('member', 'signal why', 'id', 'nothing of the kind')).toEqual([]);
  });

  it('reads why the ratio moved on 09-23, value by value, and that the inputs still lead there', async () => {
    const { text } = await asks('member', 'signal why', { id: '2014-09-23.official' });
    expect(text).toContain('CAPITULATION · vega multiplier 0.60 → 0.70');
    expect(text).toMatch(/5-session residual −1\.40σ \(≤ −1\.00σ\)/);
    expect(text).toContain('VIX 14.93');
    expect(text).toContain('Evaluated again from its stored inputs: the same, byte for byte.');
  });

  it('is told privately how to find a decision that is not there', async () => {
    const { text, isPrivate } = await asks('member', 'signal why', { id: '2014-09-31.official' });
    expect(isPrivate).toBe(true);
    expect(text).toBe(
      'There is no decision 2014-09-31.official in this server. Choose one from the list that opens while you type.',
    );
  });

  it('sees the illustrated book beside the programme, in dollars per VIX point', async () => {
    const { text } = await asks('member', 'exposure show');
    expect(text).toContain('Hedge: vega ratio H 0.15, vega multiplier p 0.70');
    expect(text).toContain('illustration: the method’s own book at model prices; nobody holds it');
    expect(text).toContain('2014-10-22 short · 4 contracts · 28 d');
    expect(text).toContain('Condors 10 · vega time-weighted −$1,069 per VIX point');
    expect(text).toContain('[picture: Hedge exposure by expiration.');
    const { text: book } = await asks('member', 'book show');
    expect(book.match(/illustration/g)).toHaveLength(4);
  });

  it('sees what a step would take in contracts, without quotes by the model alone', async () => {
    const { text } = await asks('member', 'hedge plan', { to: 0.8 });
    expect(text).toContain('Hedge plan: vega multiplier 0.60 → 0.80');
    expect(text).toContain('0.50 delta, recommended');
    expect(text).toMatch(/BUY \d+ VIX \d+ \w+ 201[45] \d+ call/);
    expect(text).toMatch(/about \$[\d,]+, model, no quotes/);
  });

  it('tries a shock and a lot taken out, and finds the book as it was afterwards', async () => {
    const { text } = await asks('member', 'exposure what-if', {
      change: 'remove',
      lot: 'H1',
      vol: 10,
    });
    expect(text).toContain('take H1 out · VIX +10.0');
    expect((await asks('member', 'exposure show')).text).toContain('vega ratio H 0.15');
  });

  it('sees how the hedge stood at each evaluation', async () => {
    const { text } = await asks('member', 'exposure history');
    expect(text).toContain('CAPITULATION · p 0.70 · H 0.18, H(+10) 0.25 · 2014-09-23.official');
  });

  it('sees break-evens, their distance and the drag of small caps, in dollars', async () => {
    const { text } = await asks('member', 'exposure condors');
    expect(text).toContain('Break-evens 1,892.9 / 2,077.1');
    expect(text).toMatch(/Small caps trail by \$[\d,]+ per \$100,000/);
  });

  it('sees ways to roll a condor out, with what each changes, and which leaves the shorts naked', async () => {
    const { text } = await asks('member', 'market time-shift', { lot: 'C1' });
    expect(text).toContain('Tested side: puts. At this VIX the method rolls 7 days.');
    expect(text).toContain('2014-11-07 PM · +7 d · four legs (3 ×), same strikes');
    expect(text).toMatch(/About [+−]\$[\d,]+ by the model, no quotes/);
    expect(text).toContain('Net n/a: a leg is not quoted on the side that is needed');
    expect(text).toContain('Cover 22 % → 23 %');
  });

  it('sees the curve before the print, the skew, and beta by the method and as measured', async () => {
    const { text } = await asks('member', 'market term');
    expect(text).toContain('VIX3M/VIX − 1 at the close before the print (2014-09-16) +16.7 % (steep)');
    expect(text).toMatch(/25-delta risk reversal −\d\.\d points at 30 days/);
    expect(text).toMatch(/SKEW 126\.9, above \d+ % of the last 252 sessions/);
    expect(text).toMatch(
      /by the method 0\.41, measured 0\.\d\d \(R² 0\.\d\d, \d+ sessions\), half of each 0\.\d\d/,
    );
  });

  it('sees strikes at 1.5 and 2 SD, lognormal and linear', async () => {
    const { text } = await asks('member', 'hedge strikes');
    expect(text).toContain('short 2014-10-22 · 28 d');
    expect(text).toMatch(/1\.5 SD lognormal: 21\.1 → listed 22/);
  });

  it('sees in the details of a step how the hedge is measured, and its contracts in the plan alone', async () => {
    const step = bot.messages().find((message) => words(message).includes('▲ Add hedge'));
    const seat = bot.discord.actAs(bot.discord.people.member.id);
    const { text: card } = await told(bot.discord, seat, () =>
      seat.press({ id: step?.id ?? '' }, 'v1:signal.details:2014-09-23.official'),
    );
    expect(card).toContain('H 0.18 as measured, H(+10) 0.25 · illustration, nobody holds it');
    expect(card).toContain('/hedge plan names the contracts of this step.');
    expect(card).not.toMatch(/ at 1[579]|→ H 0/);
    expect(card).toContain('oldest mark Cboe, recorded (recorded, 15 min old)');
    const { text: plan } = await told(bot.discord, seat, () =>
      seat.press({ id: step?.id ?? '' }, 'v1:hedge.plan:2014-09-23.official'),
    );
    expect(plan).toContain('BUY 1 VIX 22 Oct 2014 16 call');
  });

  it('cannot set the ratio as a member', async () => {
    const { text } = await asks('member', 'hedge set-ratio', { ratio: 0.65, why: 'no' });
    expect(text).toContain('Only stewards');
  });

  it('sees which releases are next, and when', async () => {
    const { text } = await asks('member', 'release next');
    expect(text).toContain('PPI (producer prices) for Sep 2014 Wed 15 Oct 2014 08:30 ET');
    expect(text).toContain('CPI (consumer prices) for Sep 2014 Wed 22 Oct 2014 08:30 ET');
  });

  it('sees how the last print surprised', async () => {
    const { text } = await asks('member', 'release last');
    expect(text).toContain('CPI for Aug 2014 very weak, −2.50σ');
    expect(text).toContain('Core 0.0 %, expected 0.2 %');
  });

  it('sees, alone, whether the bot is alive, what comes next and that messages arrived', async () => {
    const { text, isPrivate } = await asks('member', 'steward status');
    expect(isPrivate).toBe(true);
    expect(text).toContain('every permission is there');
    expect(text).toContain('Market data: recorded episodes');
    expect(text).toContain('- 2014-09-25 20:15 UTC the evaluation after the close');
    expect(text).toContain('- 2014-10-14 22:00 UTC the pre-brief, PPI-2014-10-15');
    expect(text).toContain('arrived');
    expect(text).not.toContain('given up');
  });

  it('is told in the status which permission is missing, and that it has to be given', async () => {
    bot.discord.denyBot(CHANNELS[0].id, 'AttachFiles');
    const { text } = await asks('owner', 'steward status');
    bot.discord.denyBot(CHANNELS[0].id);
    expect(text).toContain('Missing there: Attach Files');
    expect(text).toContain('a server admin gives them');
  });

  it('finds every command in the help, with its disclaimer', async () => {
    const { text, isPrivate } = await asks('member', 'steward help');
    expect(isPrivate).toBe(true);
    for (const { name, commands: subs } of commands) {
      expect(text).toContain(`/${name}`);
      subs.forEach((sub) => expect(text).toContain(sub.name));
    }
    expect(text).toContain('not advice');
  });

  it('cannot ask in a direct message', async () => {
    const seat = bot.discord.actAs(bot.discord.people.owner.id);
    const { outcome, reason } = await seat.command('signal now', {}, { isDirect: true });
    expect(outcome).toBe('refused');
    expect(reason).toBe('This command is not offered in direct messages.');
  });
});

describe('somebody who asks for a replay', () => {
  it('must be a steward, and is told who may say so', async () => {
    const { text, isPrivate } = await asks('member', 'replay episode', { episode: '2022-06-10' });
    expect(isPrivate).toBe(true);
    expect(text).toBe('Only stewards of this server may do that. /steward setup names their role.');
  });

  it('is offered the episodes by day and by what they are about', async () => {
    expect(await choices('steward', 'replay episode', 'episode', '2014')).toEqual(['2014-09-17']);
    expect(await choices('steward', 'replay episode', 'episode', 'hot')).toEqual([
      '2022-06-10',
      '2021-04-09',
    ]);
  });

  it('is told which episodes there are', async () => {
    const { text, isPrivate } = await asks('steward', 'replay episode', { episode: '2014-09-18' });
    expect(isPrivate).toBe(true);
    expect(text).toMatch(/^There is no recorded episode 2014-09-18\. There are: 2014-09-17, .*\.$/);
  });

  it('sees it played where it was asked for, watermarked, and nothing of the server moves', async () => {
    const before = bot.messages().map(words);
    const seat = bot.discord.actAs(bot.discord.people.steward.id);
    await ask(bot.discord, seat, 'replay episode', {
      values: { episode: '2022-06-10' },
      channelId: DESK,
    });
    const summary = await bot.discord.waitForMessage(
      (message) => message['channel_id'] === DESK && words(message).includes('Ended.'),
    );
    expect(words(summary)).toMatch(/Ended\. (\d+) messages above, each marked as a replay\./);
    const played = bot.discord.messages(DESK).filter(({ id }) => id !== summary.id);
    expect(played.length).toBe(Number(/Ended\. (\d+)/.exec(words(summary))?.[1]));
    for (const message of played) {
      expect(words(message)).toContain('REPLAY · recorded data');
      // A replay has a book of its own, and it is empty: nothing of the server's is in it.
      expect(words(message)).not.toContain('illustration');
    }
    expect(bot.messages().map(words)).toEqual(before);
    expect((await asks('member', 'exposure show')).text).toContain(
      'vega ratio H 0.15, vega multiplier p 0.70',
    );
  });
});
