/** What somebody tried cannot be done; `message` is a sentence for them. */
export class Refused extends Error {}
