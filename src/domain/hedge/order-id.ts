const SNOWFLAKE = /^\d+$/;
const SHORTEST_BASE = 36;

/** The id of a server's order by its place among them, from 1: no other server has one of that id. */
export function orderId(server: string, place: number): string {
  const name = SNOWFLAKE.test(server) ? BigInt(server).toString(SHORTEST_BASE) : server;
  return `O${place}-${name}`;
}

/** How people of its server name an order, such as `O3`. */
export function orderNumber(id: string): string {
  return id.split('-', 1).join('');
}
