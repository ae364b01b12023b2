import type { History } from '#domain/history/history.ts';

/** Where recorded history is kept. */
export interface HistoryArchive {
  /** @throws HistoryUnusable */
  read(): Promise<History>;
}
