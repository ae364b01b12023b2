import type { CommandGroup } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { bookHistoryView } from '#discord/views/book/book-views.ts';
import { defineBookQuestion } from './book-question.ts';
import { condor } from './condor.ts';
import { edit } from './edit.ts';
import { exportBook } from './export.ts';
import { fill } from './fill.ts';
import { hedge } from './hedge.ts';
import { importBook } from './import.ts';
import { proposals } from './proposals.ts';
import { remove } from './remove.ts';
import { show } from './show.ts';
import { undo } from './undo.ts';

const history = defineBookQuestion('history', en.book.commands.history, async (owner, { services }) => ({
  view: bookHistoryView(await services.bookHistory(owner)),
}));

export const book: CommandGroup = {
  name: 'book',
  description: en.book.commands.book,
  commands: [show, condor, hedge, fill, edit, remove, undo, proposals, history, importBook, exportBook],
};
