/**
 * A `fetch` that asks one server instead of all, for trying the bot out: `https://api.bls.gov/x` becomes
 * `<origin>/api.bls.gov/x`. Everything else about a question stays as it is, its keys too.
 *
 * @param origin - such as `http://127.0.0.1:4100`
 */
export function detour(origin: string): typeof fetch {
  return (input, init) => {
    const { host, pathname, search } = new URL(input instanceof Request ? input.url : input);
    return fetch(`${origin}/${host}${pathname}${search}`, init);
  };
}
