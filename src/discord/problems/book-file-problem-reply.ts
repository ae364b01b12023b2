import type { BookFileProblem } from '#domain/book/book-file-problem.ts';
import type { Problem } from '#domain/problem.ts';
import { code } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';

const CODES = ['file-too-large', 'file-unreachable', 'unreadable-file', 'import-outdated'] as const;

export type AboutBookFile = BookFileProblem;

export function isAboutBookFile(problem: Problem): problem is AboutBookFile {
  return CODES.some((known) => known === problem.code);
}

const { problems } = en.book.files;

/** Bytes of a megabyte. */
const MEGABYTE = 1024 ** 2;

/** The sentence for what may go wrong with a file of positions. */
export function explainBookFile(problem: AboutBookFile): string {
  switch (problem.code) {
    case 'file-too-large':
      return problems.tooLarge(`${problem.largest / MEGABYTE} MB`);
    case 'file-unreachable':
      return problems.unreachable[problem.why];
    case 'unreadable-file': {
      const found = problem.found.length > 0 ? problems.found(problem.found.map(code).join(', ')) : '';
      return `${problems.unreadable[problem.why]}${found}`;
    }
    case 'import-outdated':
      return problems.outdated;
  }
}
