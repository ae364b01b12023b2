/**
 * Who asks, in the form that public services want: name, version and how to reach whoever runs the bot.
 *
 * bls.gov refuses whoever gives no e-mail address here.
 *
 * @param contact - an e-mail address
 * @see https://www.bls.gov/bls/blsterms.htm
 */
export function userAgent(version: string, contact: string): string {
  return `VegaSteward/${version} (${contact})`;
}
