import type { CommandGroup } from '#discord/command/command.ts';
import { defineQuestion } from '#discord/command/define-command.ts';
import { en } from '#discord/texts/en.ts';
import { releaseCalendarView } from '#discord/views/releases/release-calendar-view.ts';
import { lastReleasesView, nextReleasesView } from '#discord/views/releases/release-views.ts';
import { wholeTableView } from '#discord/views/signal/pre-brief-view.ts';
import { consensus } from './consensus.ts';
import { print } from './print.ts';

const texts = en.releases.commands;

const next = defineQuestion(
  'next',
  texts.next,
  async ({ server, services, signal }) => nextReleasesView(await services.showReleases(server, signal)),
  {
    components: {
      table: {
        access: 'everyone',
        async act({ key }, { server, services }) {
          const { brief, watermark } = await services.findBrief(server, key);
          return { view: wholeTableView(brief, watermark), audience: 'caller' };
        },
      },
    },
  },
);

const last = defineQuestion('last', texts.last, async ({ server, services, signal }) =>
  lastReleasesView(await services.showReleases(server, signal)),
);

const calendar = defineQuestion('calendar', texts.calendar, async ({ services, signal }) =>
  releaseCalendarView(await services.showCalendar(signal)),
);

export const release: CommandGroup = {
  name: 'release',
  description: texts.release,
  commands: [next, last, calendar, consensus, print],
};
