import type { Desk } from '#test/support/book/desk.ts';
import type { PageDriver } from '#test/support/discord/page-driver.ts';

/** What the page's tests play on; there once the first of them runs. */
export type Stage = () => { readonly desk: Desk; readonly driver: PageDriver };
