import { readFile, writeFile } from 'node:fs/promises';
import { GENERATED, withPart } from './generated.ts';

/* Writes the parts of the documents that are made from the code: `npm run docs`. */
for (const part of GENERATED) {
  const file = new URL(`../../${part.file}`, import.meta.url);
  await writeFile(file, withPart(await readFile(file, 'utf8'), part));
}
