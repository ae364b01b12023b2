import { addedEvent, aCall, aCondor } from '#test/support/book/lots.ts';
import { applied, TODAY } from './fake-book-services.ts';
import type { BookServices } from '#services/book/index.ts';

const { id: _, ...CALL } = aCall();
const TABLE = new TextEncoder().encode('id,instrument,quantity\r\nrow 1,VIX,4\r\n');

/** The book as files: a file of four calls, of which the book holds none. */
export function someBookFileServices(): Pick<BookServices, 'previewImport' | 'importLots' | 'exportBook'> {
  return {
    previewImport: async (owner) => ({
      owner,
      source: 'steward-csv',
      faults: [],
      fresh: [CALL],
      known: [],
      ignored: [],
      unknownColumns: [],
      file: TABLE,
      revision: 1,
      needsApproval: false,
      today: TODAY,
    }),
    importLots: async () => applied(addedEvent(aCall(), { revision: 2 }), addedEvent(aCondor())),
    exportBook: async (owner) => ({ owner, bytes: TABLE, lots: 1, revision: 1, today: TODAY }),
  };
}
