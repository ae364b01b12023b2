import { describe, expect, it } from 'vitest';
import { become, messages, newest, saysNow, typeText } from '#test/support/discord/page-driver.ts';
import type { Stage } from './stage.ts';

/** What somebody meets who types a command. */
export function describeCommands(stage: Stage): void {
  describe('the composer', () => {
    it('finds a command, completes its option and sends it by keyboard alone', async () => {
      const page = await stage().driver.open();
      await typeText(page, '/why');
      await page.getByRole('option', { name: '/desk why' }).waitFor();
      await page.keyboard.press('Enter');
      await page.keyboard.type('d');
      await page.getByRole('option', { name: 'd-4f2a91 confirmed' }).waitFor();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await saysNow(page, 'why d-4f2a91, all days');
      await newest(page).getByText('Mara used /desk why').waitFor();
    });

    it('refuses at the field what Discord would not send', async () => {
      const page = await stage().driver.open();
      await typeText(page, '/desk why ');
      await page.getByRole('option', { name: '-4f2a91 confirmed' }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('option', { name: 'How far back to look' }).click();
      await page.keyboard.type('300');
      await page.keyboard.press('Enter');
      await page.getByText('days: Type a number between 5 and 250.').waitFor();
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Enter');
      await saysNow(page, 'why d-4f2a91, 30 days');

      await typeText(page, '/desk why ');
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByText('id: This option is required. Specify a value.').waitFor();
    });

    it('shows an ephemeral answer to whom it is for, until that person dismisses it', async () => {
      const page = await stage().driver.open();
      await typeText(page, '/desk secret ');
      await page.keyboard.press('Enter');
      await saysNow(page, 'for you alone');
      await newest(page).getByText('Only you can see this').waitFor();
      await become(page, 'Manage Server');
      await messages(page).getByText('for you alone').waitFor({ state: 'hidden' });
      await become(page, 'Member');
      await newest(page).getByRole('button', { name: 'Dismiss message' }).click();
      await messages(page).getByText('for you alone').waitFor({ state: 'hidden' });
    });

    it('says that the bot is thinking until a deferred answer comes', async () => {
      const page = await stage().driver.open();
      await typeText(page, '/desk later ');
      await page.keyboard.press('Enter');
      await newest(page).getByText('Vega Steward is thinking').waitFor();
      stage().desk.finishThought();
      await saysNow(page, 'thought it over');
    });

    it('says that the application did not respond', async () => {
      const page = await stage().driver.open();
      await typeText(page, '/desk silence ');
      await page.keyboard.press('Enter');
      await newest(page).getByText('Sending command').waitFor();
      await expect.poll(() => stage().desk.letAnswersExpire()).toBe(true);
      await newest(page).getByText('did not respond').waitFor();
      await newest(page).getByRole('button', { name: 'Dismiss message' }).click();
      await messages(page).getByText('did not respond').waitFor({ state: 'hidden' });
    });

    it('says quietly that the bot reads no ordinary text, and sends none', async () => {
      const page = await stage().driver.open();
      const before = await page.locator('.message').count();
      await typeText(page, 'hello bot');
      await page.keyboard.press('Enter');
      await page.getByText('The bot reads no ordinary messages.').waitFor();
      expect(await page.locator('.message').count()).toBe(before);
    });
  });
}
