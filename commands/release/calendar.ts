import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { releaseCalendarView } from '#discord/views/releases/release-calendar-view.ts';

export const calendar = defineCommand({
  name: 'calendar',
  description: en.releases.commands.calendar,
  definition: [],
  options: z.object({}),
  access: 'everyone',
  audience: 'channel',

  async run(_, { services, signal }) {
    return { view: releaseCalendarView(await services.showCalendar(signal)) };
  },
});
