import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the project's recorded history is kept, outside of the repository. */
export const SHARED_DIR =
  process.env['SHARED_DIR'] ?? fileURLToPath(new URL('../../../../shared', import.meta.url));

/** Whether it is there; where it is not, says in one line what is skipped. */
export function hasSharedData(what: string): boolean {
  const found = existsSync(`${SHARED_DIR}/data`);
  if (!found) {
    process.stdout.write(`skipped: ${what} (no ${SHARED_DIR})\n`);
  }
  return found;
}
