import type {
  BookProblem,
  InvalidLots,
  LotChangedMeanwhile,
  ProposalOver,
  UnknownLot,
} from '#domain/book/book-problem.ts';
import type { LotEvent } from '#domain/book/book-record.ts';
import type { BookFileProblem } from '#domain/book/book-file-problem.ts';
import { stamp } from '#discord/message/format.ts';
import { lotFaultText } from '#discord/views/book/lot-fault-text.ts';
import { code, named } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';
import { eventText } from '#discord/views/book/lot-event-text.ts';

/** Faults told at once; a list of a thousand lots may have as many. */
const FAULTS = 12;

const { problems } = en.book;
const { problems: fileProblems } = en.book.files;

/** The sentence for what may go wrong with a book, its proposals, its marks and its files. */
export function bookSentence(problem: BookProblem | BookFileProblem): string {
  switch (problem.code) {
    case 'invalid-lots':
      return invalidLots(problem);
    case 'unknown-lot':
      return unknownLot(problem);
    case 'lot-changed':
      return lotChanged(problem);
    case 'nothing-to-change':
      return problems.nothingToChange(code(problem.id));
    case 'unknown-proposal':
      return problems.unknownProposal(code(problem.id));
    case 'own-proposal':
      return problems.ownProposal(code(problem.id));
    case 'proposal-over':
      return proposalOver(problem);
    case 'invalid-mark':
      return problems.invalidMark[problem.why];
    case 'unknown-mark':
      return problems.unknownMark;
    default:
      return bookFileSentence(problem);
  }
}

/** Bytes of a megabyte. */
const MEGABYTE = 1024 ** 2;

function bookFileSentence(problem: BookFileProblem): string {
  switch (problem.code) {
    case 'file-too-large':
      return fileProblems.tooLarge(`${problem.largest / MEGABYTE} MB`);
    case 'file-unreachable':
      return fileProblems.unreachable[problem.why];
    case 'unreadable-file': {
      const columns =
        problem.columns.length > 0 ? fileProblems.firstColumns(problem.columns.map(code).join(', ')) : '';
      return `${fileProblems.unreadable[problem.why]}${columns}`;
    }
    case 'import-outdated':
      return fileProblems.outdated;
  }
}

function invalidLots({ faults }: InvalidLots): string {
  const isOne = faults.every(({ place }) => place === 0);
  const lines = faults
    .slice(0, FAULTS)
    .map(({ place, fault }) =>
      isOne ? lotFaultText(fault) : problems.atPlace(place + 1, lotFaultText(fault)),
    );
  const more = faults.length - lines.length;
  return [...lines, ...(more > 0 ? [problems.more(more)] : []), problems.nothingWritten].join('\n');
}

function unknownLot({ id, ended }: UnknownLot): string {
  return ended === undefined ? problems.unknownLot(code(id)) : problems.endedLot[ended](code(id));
}

function lotChanged({ id, since }: LotChangedMeanwhile): string {
  return [problems.lotChanged(code(id)), ...since.map(meanwhile), problems.lookAgain].join('\n');
}

function proposalOver(problem: ProposalOver): string {
  const { end, since } = problem;
  const id = code(problem.id);
  switch (end.state) {
    case 'approved':
    case 'declined':
      return problems.over[end.state](id, named('person', end.by));
    case 'expired':
      return problems.over.expired(id);
    case 'outdated': {
      const faults = (end.faults ?? []).map((fault) => `- ${lotFaultText(fault)}`);
      const gone = end.lot !== undefined && since.length === 0 ? [end.lot] : [];
      const lines = [
        ...since.map(meanwhile),
        ...faults,
        ...gone.map((lot) => problems.settledMeanwhile(code(lot))),
      ];
      return [problems.over.outdated(id), ...lines, problems.proposeAgain].join('\n');
    }
  }
}

/** What somebody else did in the meantime. Days are counted from the day they did it. */
function meanwhile(event: LotEvent): string {
  const today = new Date(event.at).toISOString().slice(0, 'YYYY-MM-DD'.length);
  return `- ${eventText(event, today)} (${named('person', event.by)} ${stamp(event.at, 'R')})`;
}
