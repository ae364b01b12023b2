import { describe, expect, it } from 'vitest';
import { messages, newest, saysNow, WIDE } from '#test/support/discord/page-driver.ts';
import type { Stage } from './stage.ts';

const SOCKET = /\/page\/socket/;

/** What no Discord that the page knows would send. */
function strangeEvents(channelId: string): readonly object[] {
  const components = [{ type: 99 }, { type: 10, content: 'still readable' }, { type: 12, items: 'none' }];
  const message = { id: '1', flags: 1 << 15, components, embeds: [7], author: null, timestamp: 'never' };
  return [
    { type: 'message', channelId, message },
    { type: 'unheard-of', ref: 4 },
    { type: 'message', channelId, message: { id: '2' } },
  ];
}

/** What must not happen, whatever comes. */
export function describeSafety(stage: Stage): void {
  describe('what comes from elsewhere', () => {
    it('shows hostile text as text', async () => {
      const page = await stage().driver.open();
      const hostile = '<img src=x onerror="document.title=1"> <script>document.title=2</script>';
      await stage().desk.post({
        content: `${hostile} [click](javascript:document.title=3) **bold** <b>tag</b>`,
      });
      await saysNow(page, hostile);
      await saysNow(page, '[click](javascript:document.title=3)');
      expect(await newest(page).locator('img, script, b, a').count()).toBe(0);
      expect(await newest(page).locator('strong').textContent()).toBe('bold');
      expect(await page.title()).toContain('vega-alerts');
    });

    it('shows a note in the place of what it does not know, and the rest as ever', async () => {
      const page = await stage().driver.open(WIDE, (opening) =>
        opening.routeWebSocket(SOCKET, (socket) => {
          const server = socket.connectToServer();
          server.onMessage((frame) => {
            socket.send(frame);
            if (String(frame).startsWith('{"type":"hello"')) {
              for (const strange of strangeEvents(stage().desk.channelId)) {
                socket.send(JSON.stringify(strange));
              }
            }
          });
        }),
      );
      await messages(page).getByText('This page does not show components of type 99.').waitFor();
      await messages(page).getByText('still readable').waitFor();
      await messages(page).getByText('This message has nothing to show.').waitFor();
    });

    it('says when the connection is lost, and takes it up again', async () => {
      const drops: (() => Promise<void>)[] = [];
      const page = await stage().driver.open(WIDE, (opening) =>
        opening.routeWebSocket(SOCKET, (socket) => {
          socket.connectToServer();
          drops.push(() => socket.close());
        }),
      );
      await drops[0]?.();
      await page.getByText('Reconnecting').waitFor();
      await page.getByText('Reconnecting').waitFor({ state: 'hidden' });
      await stage().desk.post({ content: 'after the drop' });
      await saysNow(page, 'after the drop');
    });

    it('asks nothing of the outside, whatever a message points at', async () => {
      const page = await stage().driver.open();
      const elsewhere = 'https://example.org/picture.png';
      await stage().desk.post({
        embeds: [
          { title: 'elsewhere', url: elsewhere, image: { url: elsewhere }, thumbnail: { url: elsewhere } },
        ],
      });
      await newest(page).getByRole('link', { name: 'elsewhere' }).waitFor();
      await newest(page).getByText('Picture not shown').first().waitFor();
      expect([...stage().driver.origins]).toEqual([stage().driver.origin]);
    });
  });
}
