import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { Delivery } from '#domain/delivery/delivery.ts';
import type { DepartureLedger } from '#ports/ledger/departure-ledger.ts';
import { inTransaction } from './transaction.ts';

const Rows = z.array(z.object({ server: z.string(), at: z.number() }));
const Names = z.array(z.object({ name: z.string() }));

/** Every table with a column for the server, whoever adds one: nothing of a server is overlooked. */
const TABLES = `
  SELECT DISTINCT schema.name AS name
  FROM sqlite_schema AS schema, pragma_table_info(schema.name) AS info
  WHERE schema.type = 'table' AND info.name = 'server'
  ORDER BY 1`;

/** Inputs that no decision rests on any more. */
const ORPHANS = 'DELETE FROM snapshot WHERE hash NOT IN (SELECT snapshot FROM decision)';

/** What a server's stewards expect of a release counts there alone. */
const OWN_FORECASTS = `DELETE FROM forecast WHERE forecast ->> '$.server' = ?`;

const DROP = `UPDATE delivery SET state = 'dropped', delivery = ? WHERE server = ? AND state = 'due'`;

/** Servers that are gone, one row each, until they come back or are forgotten. */
export function createDepartureLedger(database: DatabaseSync): DepartureLedger {
  return {
    async noteDeparture(server, { at, reason }) {
      const dropped: Delivery = { state: 'dropped', at, reason };
      inTransaction(database, () => {
        database
          .prepare('INSERT INTO departure (server, at) VALUES (?, ?) ON CONFLICT DO NOTHING')
          .run(server, at);
        database.prepare(DROP).run(canonicalJson(dropped), server);
      });
    },

    async noteReturn(server) {
      inTransaction(database, () => database.prepare('DELETE FROM departure WHERE server = ?').run(server));
    },

    async departures() {
      return Rows.parse(database.prepare('SELECT server, at FROM departure ORDER BY at, server').all());
    },

    async forgetServer(server) {
      inTransaction(database, () => {
        for (const { name } of Names.parse(database.prepare(TABLES).all())) {
          database.prepare(`DELETE FROM "${name}" WHERE server = ?`).run(server);
        }
        database.prepare(OWN_FORECASTS).run(server);
        database.prepare(ORPHANS).run();
      });
    },
  };
}
