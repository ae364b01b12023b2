import type { History } from '#domain/history.ts';

/** Where recorded history is kept. */
export interface HistoryArchive {
  /** @throws HistoryUnusable */
  read(): Promise<History>;
}
