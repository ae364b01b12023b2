import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, openChromium } from '#test/support/discord/browser.ts';
import { CARD } from '#test/support/discord/answering-bot.ts';
import { type Desk, openDesk } from '#test/support/book/desk.ts';
import { describeCommands } from '#test/slow/browser/commands.ts';
import { describeSafety } from '#test/slow/browser/safety.ts';
import { become, newest, PageDriver, PHONE, saysNow, typeText } from '#test/support/discord/page-driver.ts';

const executablePath = chromiumPath();
if (executablePath === undefined) {
  console.log(
    'The page was not tested: no Chromium here. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
  );
}

describe.skipIf(executablePath === undefined)('the page of the local Discord', () => {
  let browser: Browser;
  let desk: Desk;
  let driver: PageDriver;

  beforeAll(async () => {
    desk = await openDesk();
    browser = await openChromium(executablePath ?? '');
    driver = new PageDriver(browser, desk.pageUrl);
  });

  afterEach(async () => {
    await driver.closePages();
    expect([...driver.origins]).toEqual([driver.origin]);
    expect(driver.takeComplaints()).toEqual([]);
    expect(desk.failures).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  it('shows the server, its channels and that the bot is there', async () => {
    const page = await driver.open();
    await page.getByRole('heading', { name: 'Local Discord' }).waitFor();
    await page.getByRole('button', { name: 'general' }).waitFor();
    await page.locator('#bot-mark.online').waitFor();
  });

  it('shows a card with its picture, described and enlarged on demand', async () => {
    const page = await driver.open();
    await desk.post(CARD);
    await page.getByRole('heading', { name: 'CONFIRMED' }).last().waitFor();
    const picture = newest(page).getByRole('img', { name: 'RUT falls behind SPX' });
    await picture.waitFor();
    await page.waitForFunction(
      `[...document.querySelectorAll('.message:last-child img')].every((image) => image.naturalWidth === 60)`,
    );
    const accent = `getComputedStyle(document.querySelector('.message:last-child .container')).getPropertyValue('--accent')`;
    expect(await page.evaluate(accent)).toBe('#f0b232');
    const link = newest(page).getByRole('link', { name: 'Method' });
    expect(await link.getAttribute('href')).toBe('https://example.org/method');
    expect(await link.getAttribute('rel')).toContain('noopener');

    await picture.click();
    await page.getByRole('dialog', { name: 'Picture' }).getByText('RUT falls behind SPX').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Picture' }).waitFor({ state: 'hidden' });
  });

  it('tells the bot of a button, as the person that one acts as', async () => {
    const page = await driver.open();
    await desk.post(CARD);
    await become(page, 'Steward');
    await newest(page).getByRole('button', { name: 'Vega by expiry' }).click();
    await saysNow(page, 'tick by @Tomas');
  });

  it('sends several choices of a select when it is closed', async () => {
    const page = await driver.open();
    await desk.post(CARD);
    await newest(page).getByRole('button', { name: 'Layers to show' }).click();
    await page.getByRole('option', { name: 'September' }).click();
    await page.getByRole('option', { name: 'October' }).click();
    await page.keyboard.press('Escape');
    await saysNow(page, 'layers 09 and 10');
  });

  it('asks for what a modal requires, and submits it', async () => {
    const page = await driver.open();
    await desk.post(CARD);
    await newest(page).getByRole('button', { name: 'Add a note' }).click();
    const modal = page.getByRole('dialog', { name: 'Add a note' });
    await modal.getByRole('button', { name: 'Submit' }).click();
    await modal.getByText('This field is required.').waitFor();
    await page.keyboard.type('roll on Friday');
    await modal.getByRole('button', { name: 'Submit' }).click();
    await saysNow(page, 'noted: roll on Friday');
    await modal.waitFor({ state: 'hidden' });
  });

  it('fits a phone without scrolling sideways, its channels one press away', async () => {
    const page = await driver.open(PHONE);
    await desk.post(CARD);
    await newest(page).getByRole('heading', { name: 'CONFIRMED' }).waitFor();
    await typeText(page, '/desk why ');
    await page.getByRole('option', { name: '-4f2a91 confirmed' }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
    const overflow = `[...document.querySelectorAll('.message, .composer, .playback')]
      .filter((box) => box.scrollWidth > box.clientWidth + 1).length`;
    expect(await page.evaluate(overflow)).toBe(0);

    await desk.post({ content: 'over here' }, 'general');
    await page.locator('#menu.unread').waitFor();
    await page.getByRole('button', { name: 'Channels' }).click();
    await page.getByRole('button', { name: 'general (unread)' }).click();
    await saysNow(page, 'over here');
  });

  it('plays, pauses and chooses through the control, and shows why it was refused', async () => {
    const page = await driver.open();
    const bar = page.getByRole('region', { name: 'Replay of a recorded episode' });
    await bar.getByText('Tue 2014-09-23 16:15 ET').waitFor();
    await bar.getByText('9 / 13').waitFor();
    await bar.getByRole('button', { name: 'Pause', exact: true }).click();
    await bar.getByText('Paused').waitFor();
    await bar.getByRole('button', { name: 'Resume' }).click();
    await bar.getByRole('combobox', { name: 'Speed' }).selectOption({ label: 'Fastest' });
    await bar.getByRole('combobox', { name: 'Episode' }).selectOption('2020-03-12');
    await bar.getByRole('button', { name: 'Restart' }).click();
    await expect
      .poll(() => desk.playbackRequests)
      .toEqual([
        { action: 'pause' },
        { action: 'resume' },
        { action: 'speed', speed: 0 },
        { action: 'episode', episode: '2020-03-12' },
        { action: 'restart' },
      ]);
    await bar.getByRole('button', { name: 'Step' }).click();
    await bar.getByText('There is nothing to step to.').waitFor();
  });

  it('keeps to the newest message unless the reader has scrolled up', async () => {
    const page = await driver.open();
    const distance = `scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight`;
    await desk.post(CARD);
    await newest(page).getByRole('img').waitFor();
    await page.waitForFunction(`${distance} < 2`);

    await page.mouse.move(640, 500);
    await page.mouse.wheel(0, -1200);
    const jump = page.getByRole('button', { name: 'Jump to the newest message' });
    await jump.waitFor();
    const place = await page.evaluate('scroller.scrollTop');
    await desk.post({ content: 'further down' });
    await saysNow(page, 'further down');
    expect(await page.evaluate('scroller.scrollTop')).toBe(place);
    await jump.click();
    await page.waitForFunction(`${distance} < 2`);
  });

  describeCommands(() => ({ desk, driver }));
  describeSafety(() => ({ desk, driver }));
});
