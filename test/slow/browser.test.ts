import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, openChromium } from '../support/browser.ts';
import { CARD } from '../support/answering-bot.ts';
import { type Desk, openDesk } from '../support/desk.ts';

const executablePath = chromiumPath();
if (executablePath === undefined) {
  console.log(
    'The page was not tested: no Chromium here. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
  );
}

const WIDE = { width: 1280, height: 860 };
const PHONE = { width: 390, height: 844 };
/** Milliseconds for one thing to appear, on a machine that has much else to do. */
const LONGEST_WAIT = 20_000;

describe.skipIf(executablePath === undefined)('the page of the local Discord', () => {
  let browser: Browser;
  let desk: Desk;
  let opened: Page[] = [];
  /** Origins that a page asked anything of, and what its console and the browser complained about. */
  const origins = new Set<string>();
  const complaints: string[] = [];

  beforeAll(async () => {
    desk = await openDesk();
    browser = await openChromium(executablePath ?? '');
  });

  afterEach(async () => {
    await Promise.all(opened.map((page) => page.close()));
    opened = [];
    expect([...origins]).toEqual([new URL(desk.pageUrl).origin]);
    expect(complaints.splice(0)).toEqual([]);
    expect(desk.failures).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  async function newPage(viewport = WIDE): Promise<Page> {
    const page = await browser.newPage({ viewport });
    page.setDefaultTimeout(LONGEST_WAIT);
    opened.push(page);
    return page;
  }

  async function openPage(viewport = WIDE): Promise<Page> {
    const page = await newPage(viewport);
    page.on('request', (request) => origins.add(new URL(request.url()).origin));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') {
        complaints.push(message.text());
      }
    });
    page.on('pageerror', (error) => complaints.push(String(error.stack)));
    await page.goto(desk.pageUrl);
    await page.locator('#channel-name', { hasText: 'vega-alerts' }).waitFor();
    return page;
  }

  const messages = (page: Page): Locator => page.locator('#messages');
  const last = (page: Page): Locator => page.locator('.message').last();
  const says = (page: Page, words: string | RegExp): Promise<void> =>
    last(page).locator('.message-content', { hasText: words }).waitFor();

  async function type(page: Page, words: string): Promise<void> {
    await page.locator('.composer-input').click();
    await page.keyboard.type(words);
  }

  async function become(page: Page, standing: string): Promise<void> {
    await page.locator('#person').click();
    await page.getByRole('menuitemradio', { name: standing }).click();
  }

  it('shows the server, its channels and that the bot is there', async () => {
    const page = await openPage();
    await page.getByRole('heading', { name: 'Local Discord' }).waitFor();
    await page.getByRole('button', { name: 'general' }).waitFor();
    await page.locator('#bot-mark.online').waitFor();
  });

  it('shows a card with its picture, described and enlarged on demand', async () => {
    const page = await openPage();
    await desk.post(CARD);
    await page.getByRole('heading', { name: 'CONFIRMED' }).last().waitFor();
    const picture = last(page).getByRole('img', { name: 'RUT falls behind SPX' });
    await picture.waitFor();
    await page.waitForFunction(
      `[...document.querySelectorAll('.message:last-child img')].every((image) => image.naturalWidth === 60)`,
    );
    const accent = `getComputedStyle(document.querySelector('.message:last-child .container')).getPropertyValue('--accent')`;
    expect(await page.evaluate(accent)).toBe('#f0b232');
    const link = last(page).getByRole('link', { name: 'Method' });
    expect(await link.getAttribute('href')).toBe('https://example.org/method');
    expect(await link.getAttribute('rel')).toContain('noopener');

    await picture.click();
    await page.getByRole('dialog', { name: 'Picture' }).getByText('RUT falls behind SPX').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Picture' }).waitFor({ state: 'hidden' });
  });

  it('tells the bot of a button, as the person that one acts as', async () => {
    const page = await openPage();
    await desk.post(CARD);
    await become(page, 'Steward');
    await last(page).getByRole('button', { name: 'Vega by expiry' }).click();
    await says(page, 'tick by @Tomas');
  });

  it('sends several choices of a select when it is closed', async () => {
    const page = await openPage();
    await desk.post(CARD);
    await last(page).getByRole('button', { name: 'Layers to show' }).click();
    await page.getByRole('option', { name: 'September' }).click();
    await page.getByRole('option', { name: 'October' }).click();
    await page.keyboard.press('Escape');
    await says(page, 'layers 09 and 10');
  });

  it('asks for what a modal requires, and submits it', async () => {
    const page = await openPage();
    await desk.post(CARD);
    await last(page).getByRole('button', { name: 'Add a note' }).click();
    const modal = page.getByRole('dialog', { name: 'Add a note' });
    await modal.getByRole('button', { name: 'Submit' }).click();
    await modal.getByText('This field is required.').waitFor();
    await page.keyboard.type('roll on Friday');
    await modal.getByRole('button', { name: 'Submit' }).click();
    await says(page, 'noted: roll on Friday');
    await modal.waitFor({ state: 'hidden' });
  });

  it('finds a command, completes its option and sends it by keyboard alone', async () => {
    const page = await openPage();
    await type(page, '/why');
    await page.getByRole('option', { name: '/desk why' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('d');
    await page.getByRole('option', { name: 'd-4f2a91 confirmed' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await says(page, 'why d-4f2a91, all days');
    await last(page).getByText('Mara used /desk why').waitFor();
  });

  it('refuses at the field what Discord would not send', async () => {
    const page = await openPage();
    await type(page, '/desk why ');
    await page.getByRole('option', { name: '-4f2a91 confirmed' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'How far back to look' }).click();
    await page.keyboard.type('300');
    await page.keyboard.press('Enter');
    await page.getByText('days: Type a number between 5 and 250.').waitFor();
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    await says(page, 'why d-4f2a91, 30 days');

    await type(page, '/desk why ');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('id: This option is required. Specify a value.').waitFor();
  });

  it('shows an ephemeral answer to whom it is for, until that person dismisses it', async () => {
    const page = await openPage();
    await type(page, '/desk secret ');
    await page.keyboard.press('Enter');
    await says(page, 'for you alone');
    await last(page).getByText('Only you can see this').waitFor();
    await become(page, 'Manage Server');
    await messages(page).getByText('for you alone').waitFor({ state: 'hidden' });
    await become(page, 'Member');
    await last(page).getByRole('button', { name: 'Dismiss message' }).click();
    await messages(page).getByText('for you alone').waitFor({ state: 'hidden' });
  });

  it('says that the bot is thinking until a deferred answer comes', async () => {
    const page = await openPage();
    await type(page, '/desk later ');
    await page.keyboard.press('Enter');
    await last(page).getByText('Vega Steward is thinking').waitFor();
    desk.finishThought();
    await says(page, 'thought it over');
  });

  it('says that the application did not respond', async () => {
    const page = await openPage();
    await type(page, '/desk silence ');
    await page.keyboard.press('Enter');
    await last(page).getByText('Sending command').waitFor();
    await expect.poll(() => desk.letAnswersExpire()).toBe(true);
    await last(page).getByText('did not respond').waitFor();
    await last(page).getByRole('button', { name: 'Dismiss message' }).click();
    await messages(page).getByText('did not respond').waitFor({ state: 'hidden' });
  });

  it('shows hostile text as text', async () => {
    const page = await openPage();
    const hostile = '<img src=x onerror="document.title=1"> <script>document.title=2</script>';
    await desk.post({ content: `${hostile} [click](javascript:document.title=3) **bold** <b>tag</b>` });
    await says(page, hostile);
    await says(page, '[click](javascript:document.title=3)');
    expect(await last(page).locator('img, script, b, a').count()).toBe(0);
    expect(await last(page).locator('strong').textContent()).toBe('bold');
    expect(await page.title()).toContain('vega-alerts');
  });

  it('says quietly that the bot reads no ordinary text, and sends none', async () => {
    const page = await openPage();
    const before = await page.locator('.message').count();
    await type(page, 'hello bot');
    await page.keyboard.press('Enter');
    await page.getByText('The bot reads no ordinary messages.').waitFor();
    expect(await page.locator('.message').count()).toBe(before);
  });

  it('shows a note in the place of what it does not know, and the rest as ever', async () => {
    const page = await newPage();
    await page.routeWebSocket(/\/page\/socket/, (socket) => {
      const server = socket.connectToServer();
      server.onMessage((frame) => {
        socket.send(frame);
        const event: { type?: string; channels?: readonly { id: string }[] } = JSON.parse(String(frame));
        const channelId = event.channels?.[0]?.id;
        if (event.type === 'hello' && channelId !== undefined) {
          const components = [
            { type: 99 },
            { type: 10, content: 'still readable' },
            { type: 12, items: 'none' },
          ];
          const strange = {
            id: '1',
            flags: 1 << 15,
            components,
            embeds: [7],
            author: null,
            timestamp: 'never',
          };
          socket.send(JSON.stringify({ type: 'message', channelId, message: strange }));
          socket.send(JSON.stringify({ type: 'unheard-of', ref: 4 }));
          socket.send(JSON.stringify({ type: 'message', channelId, message: { id: '2' } }));
        }
      });
    });
    await page.goto(desk.pageUrl);
    await messages(page).getByText('This page does not show components of type 99.').waitFor();
    await messages(page).getByText('still readable').waitFor();
    await messages(page).getByText('This message has nothing to show.').waitFor();
  });

  it('says when the connection is lost, and takes it up again', async () => {
    const page = await browser.newPage({ viewport: WIDE });
    opened.push(page);
    const drops: (() => Promise<void>)[] = [];
    await page.routeWebSocket(/\/page\/socket/, (socket) => {
      socket.connectToServer();
      drops.push(() => socket.close());
    });
    await page.goto(desk.pageUrl);
    await page.locator('#channel-name', { hasText: 'vega-alerts' }).waitFor();
    await drops[0]?.();
    await page.getByText('Reconnecting').waitFor();
    await page.getByText('Reconnecting').waitFor({ state: 'hidden' });
    await desk.post({ content: 'after the drop' });
    await says(page, 'after the drop');
  });

  it('fits a phone without scrolling sideways, its channels one press away', async () => {
    const page = await openPage(PHONE);
    await desk.post(CARD);
    await last(page).getByRole('heading', { name: 'CONFIRMED' }).waitFor();
    await type(page, '/desk why ');
    await page.getByRole('option', { name: '-4f2a91 confirmed' }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
    const overflow = `[...document.querySelectorAll('.message, .composer, .playback')]
      .filter((box) => box.scrollWidth > box.clientWidth + 1).length`;
    expect(await page.evaluate(overflow)).toBe(0);

    await desk.post({ content: 'over here' }, 'general');
    await page.locator('#menu.unread').waitFor();
    await page.getByRole('button', { name: 'Channels' }).click();
    await page.getByRole('button', { name: 'general (unread)' }).click();
    await says(page, 'over here');
  });

  it('plays, pauses and chooses through the control, and shows why it was refused', async () => {
    const page = await openPage();
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

  it('asks nothing of the outside, whatever a message points at', async () => {
    const page = await openPage();
    const elsewhere = 'https://example.org/picture.png';
    await desk.post({
      embeds: [
        { title: 'elsewhere', url: elsewhere, image: { url: elsewhere }, thumbnail: { url: elsewhere } },
      ],
    });
    await last(page).getByRole('link', { name: 'elsewhere' }).waitFor();
    await last(page).getByText('Picture not shown').first().waitFor();
    expect([...origins]).toEqual([new URL(desk.pageUrl).origin]);
  });
});
