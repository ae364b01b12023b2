import { describe, expect, it, onTestFinished } from 'vitest';
import { newYorkInstant } from '#calendar/new-york.ts';
import { dieEverywhere, type Death } from '#test/slow/crash/everywhere.ts';
import { killAtRequest, openScene, type Outcome, type Story, undisturbed } from '#test/slow/crash/scene.ts';

const SEND = 'POST /channels/{channel_id}/messages';
const MARK = 'PATCH /channels/{channel_id}/messages/{message_id}';
const LOOK = 'GET /channels/{channel_id}/messages';

/** Pre-brief, print, two checks, official evaluation. */
const DAY_ZERO: Story = { episode: '2014-09-17', until: newYorkInstant('2014-09-17', '16:15') };

/** Before the step of 2014-09-23, and after it. */
const EVE: Story = { episode: '2014-09-17', until: newYorkInstant('2014-09-22', '16:15') };
const STEP: Story = { ...EVE, until: newYorkInstant('2014-09-23', '16:15') };

const MOMENTS = ['before', 'after'] as const;
const REQUEST_MOMENTS = ['arrived', 'stored'] as const;

/** Before and after each call of a life that stores something. */
function atEachWrite({ account }: Outcome): readonly Death[] {
  return account.writes.flatMap(({ name, stored }, index) =>
    stored
      ? MOMENTS.map((moment) => ({
          name: `killed ${moment} write ${index + 1}, ${name}`,
          dieAt: { write: index + 1, moment },
        }))
      : [],
  );
}

/** When each message has left and is not posted yet, and when it is posted and not answered. */
function atEachMessage({ messages }: Outcome): readonly Death[] {
  return messages.flatMap((_, index) =>
    REQUEST_MOMENTS.map((moment) => ({
      name: `killed with message ${index + 1} ${moment}`,
      arm: (scene, life) => killAtRequest(scene, life, { request: index + 1, moment, route: SEND }),
    })),
  );
}

describe('the bot, killed alone and started again', () => {
  it('neither loses nor doubles a message, wherever between pre-brief and official evaluation it dies', async () => {
    const expected = await undisturbed(DAY_ZERO);
    expect(expected.messages).toHaveLength(5);
    const deaths = [...atEachWrite(expected), ...atEachMessage(expected)];
    expect(deaths.length).toBeGreaterThan(80);
    expect(await dieEverywhere(DAY_ZERO, deaths, expected)).toEqual([]);
    console.log(`${deaths.length} kills: each write before and after, each message sent and posted`);
  });

  it('neither loses nor doubles a message when it dies again while it makes up for a death', async () => {
    const expected = await undisturbed(DAY_ZERO);
    const scene = await openScene(DAY_ZERO);
    onTestFinished(() => scene.close());
    const first = scene.start();
    killAtRequest(scene, first, { request: expected.messages.length, moment: 'stored', route: SEND });
    expect(await first.ended).toBeUndefined();
    await scene.discord.stop();

    const story = { ...DAY_ZERO, from: scene.folder };
    const recovered = await undisturbed(story);
    const deaths: readonly Death[] = [
      ...atEachWrite(recovered),
      ...REQUEST_MOMENTS.map((moment): Death => {
        const at = { request: 1, moment, route: LOOK };
        return {
          name: `killed with its look ${moment}`,
          arm: (again, life) => killAtRequest(again, life, at),
        };
      }),
    ];
    expect(await dieEverywhere(story, deaths, { ...expected, account: recovered.account })).toEqual([]);
    expect(recovered.account.kept).toEqual(expected.account.kept);
    console.log(`${deaths.length} second kills`);
  });

  it('posts a message once that was still on its way when the bot came back', async () => {
    const expected = await undisturbed(DAY_ZERO);
    const scene = await openScene(DAY_ZERO);
    onTestFinished(() => scene.close());
    const lookedFor = Promise.withResolvers<void>();
    const first = scene.start();
    let sent = 0;
    scene.discord.faults.onRequest(async (moment, { method, route }) => {
      if (moment === 'stored' && `${method} ${route}` === LOOK) {
        lookedFor.resolve();
      }
      if (moment === 'arrived' && `${method} ${route}` === SEND) {
        sent += 1;
        if (sent === expected.messages.length) {
          await first.kill();
          await lookedFor.promise;
        }
      }
    });
    expect(await first.ended).toBeUndefined();
    const { account, messages } = await scene.playOut();
    expect(messages).toEqual(expected.messages);
    expect(account.kept).toEqual(expected.account.kept);
  });

  it('adopts the step of 2014-09-23 once, wherever it dies while it decides and posts it', async () => {
    const eve = await openScene(EVE);
    onTestFinished(() => eve.close());
    await eve.playOut();
    await eve.discord.stop();
    const story = { ...STEP, from: eve.folder };
    const expected = await undisturbed(story);
    expect(expected.account.kept['memory']).toMatchObject({ programme: { ratio: 0.7 } });
    const whileMarking = REQUEST_MOMENTS.map((moment): Death => ({
      name: `killed with the first older card's mark ${moment}`,
      arm: (scene, life) => killAtRequest(scene, life, { request: 1, moment, route: MARK }),
    }));
    const deaths = [
      ...atEachWrite(expected),
      ...atEachMessage({ ...expected, messages: ['the step'] }),
      ...whileMarking,
    ];
    expect(await dieEverywhere(story, deaths, expected)).toEqual([]);
    console.log(`${deaths.length} kills around the step from 0.60 to 0.70`);
  });
});
