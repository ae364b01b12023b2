// @ts-check

/**
 * The address a link may lead to, or `undefined` for anything but http and https.
 *
 * @param {string} address
 */
export function linkAddress(address) {
  const url = URL.parse(address);
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : undefined;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Where the page may fetch a picture or file: this server and no other, whichever of its loopback names the
 * bot was told. `undefined` for every other address, so that nothing is asked of the outside.
 *
 * @param {string} address
 */
export function ownAddress(address) {
  const url = URL.parse(address, location.href);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    return undefined;
  }
  const isOurs = url.origin === location.origin || (LOOPBACK.has(url.hostname) && url.port === location.port);
  return isOurs ? url.pathname + url.search : undefined;
}
