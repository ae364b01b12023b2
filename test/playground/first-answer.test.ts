import { describe, expect, it } from 'vitest';
import { botThat } from './answering-bot.ts';
import { createHandTimers } from './hand-timers.ts';
import { requestsTo, startBot } from './logged-in.ts';

const CALLBACK = 'POST /interactions/{interaction_id}/{interaction_token}/callback';

describe('the first answer to an interaction', () => {
  it('is too late after three seconds, and is not taken any more', async () => {
    const timers = createHandTimers();
    const gate = Promise.withResolvers<void>();
    const bot = await botThat(
      async (interaction) => {
        if (interaction.isChatInputCommand()) {
          await gate.promise;
          await interaction.reply('too late');
        }
      },
      await startBot({ timers }),
    );
    const seeing = bot.member.command('signal why', { id: 'a' });
    timers.pass(2999);
    timers.pass(1);

    expect(await seeing).toMatchObject({ outcome: 'failed', reason: 'The application did not respond' });
    gate.resolve();
    await expect.poll(() => bot.failures).toMatchObject([{ status: 404, code: 10_062 }]);
    expect(bot.member.messages()).toEqual([]);
  });

  it('does not come at all when no bot is there, which is said at once', async () => {
    const bot = await botThat(() => Promise.resolve());
    await bot.client.destroy();
    await expect.poll(() => bot.discord.isBotOnline()).toBe(false);
    expect(await bot.member.command('signal why', { id: 'a' })).toMatchObject({
      outcome: 'failed',
      reason: 'The application did not respond: no bot is connected',
    });
  });

  it('is one: a second one is told that the interaction has been acknowledged', async () => {
    const bot = await botThat(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await Promise.all([interaction.reply('one'), interaction.reply('two')]);
      }
    });
    await bot.member.command('signal why', { id: 'a' });
    await expect.poll(() => bot.failures).toMatchObject([{ status: 400, code: 40_060 }]);
    expect(bot.member.messages()).toHaveLength(1);
  });

  it('is there although the bot was not told so; all that it hears is 40060', async () => {
    const bot = await botThat(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply('there');
      }
    });
    bot.discord.faults.add({ route: CALLBACK, fault: { kind: 'lose-answer' } });
    expect((await bot.member.command('signal why', { id: 'a' })).message?.['content']).toBe('there');
    await expect.poll(() => bot.failures).toMatchObject([{ code: 40_060 }]);
    expect(requestsTo(bot.discord, CALLBACK).map(({ status }) => status)).toEqual([502, 400]);
  });

  it('can be changed for fifteen minutes and no longer', async () => {
    const clock = { at: Date.UTC(2026, 0, 5) };
    const gate = Promise.withResolvers<void>();
    const bot = await botThat(
      async (interaction) => {
        if (interaction.isChatInputCommand()) {
          await interaction.deferReply();
          await gate.promise;
          await interaction.editReply('late');
        }
      },
      await startBot({ now: () => clock.at }),
    );
    await bot.member.command('signal why', { id: 'a' }, { until: 'acknowledged' });
    clock.at += 15 * 60_000 + 1;
    gate.resolve();
    await expect.poll(() => bot.failures).toMatchObject([{ status: 401, code: 50_027 }]);
  });

  it('must be there before one that follows it up', async () => {
    const bot = await botThat(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.webhook.send('too early');
      }
    });
    const seeing = bot.member.command('signal why', { id: 'a' }, { until: 'acknowledged' });
    await expect.poll(() => bot.failures).toMatchObject([{ status: 404, code: 10_015 }]);
    await bot.discord.stop();
    await expect(Promise.race([seeing, Promise.resolve('nothing seen')])).resolves.toBe('nothing seen');
  });

  it('is not counted with those to other interactions: a hundred at once all come through', async () => {
    const bot = await botThat(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply('pong');
      }
    });
    const seen = await Promise.all(
      Array.from({ length: 100 }, () => bot.member.command('signal why', { id: 'a' })),
    );
    expect(seen.filter(({ outcome }) => outcome === 'message')).toHaveLength(100);
    expect(
      requestsTo(bot.discord, CALLBACK).filter(({ status }) => status !== 200 && status !== 204),
    ).toEqual([]);
  });
});
