import type { Browser, Locator, Page } from 'playwright-core';

export const WIDE = { width: 1280, height: 860 };
export const PHONE = { width: 390, height: 844 };

/** Milliseconds for one thing to appear, on a machine that has much else to do. */
const LONGEST_WAIT = 20_000;

/** Opens pages and keeps what they ask of the network and what the browser has against them. */
export class PageDriver {
  readonly #browser: Browser;
  readonly #pageUrl: string;
  #opened: readonly Page[] = [];
  /** Where anything was asked for. */
  readonly origins = new Set<string>();
  #complaints: readonly string[] = [];

  constructor(browser: Browser, pageUrl: string) {
    this.#browser = browser;
    this.#pageUrl = pageUrl;
  }

  get origin(): string {
    return new URL(this.#pageUrl).origin;
  }

  /** Errors and warnings since this was last asked, such as each break of the content security policy. */
  takeComplaints(): readonly string[] {
    const complaints = this.#complaints;
    this.#complaints = [];
    return complaints;
  }

  /**
   * Opens the link and waits for the channel.
   *
   * @param prepare - what to do to the page before it loads
   */
  async open(viewport = WIDE, prepare?: (page: Page) => Promise<void>): Promise<Page> {
    const page = await this.#browser.newPage({ viewport });
    this.#opened = [...this.#opened, page];
    page.setDefaultTimeout(LONGEST_WAIT);
    page.on('request', (request) => this.origins.add(new URL(request.url()).origin));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') {
        this.#complain(message.text());
      }
    });
    page.on('pageerror', (error) => this.#complain(error.stack ?? error.message));
    await prepare?.(page);
    await page.goto(this.#pageUrl);
    await page.locator('#channel-name', { hasText: 'vega-alerts' }).waitFor();
    return page;
  }

  async closePages(): Promise<void> {
    await Promise.all(this.#opened.map((page) => page.close()));
    this.#opened = [];
  }

  #complain(complaint: string): void {
    this.#complaints = [...this.#complaints, complaint];
  }
}

/** The open channel's messages. */
export function messages(page: Page): Locator {
  return page.locator('#messages');
}

/** The newest message of the open channel. */
export function newest(page: Page): Locator {
  return page.locator('.message').last();
}

/** Waits until the newest message says so. */
export async function saysNow(page: Page, words: string): Promise<void> {
  await newest(page).locator('.message-content', { hasText: words }).waitFor();
}

export async function typeText(page: Page, words: string): Promise<void> {
  await page.locator('.composer-input').click();
  await page.keyboard.type(words);
}

/** Acts as the person of that standing from now on. */
export async function become(page: Page, standing: string): Promise<void> {
  await page.locator('#person').click();
  await page.getByRole('menuitemradio', { name: standing }).click();
}
