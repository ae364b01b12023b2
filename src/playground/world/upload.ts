/** A file as it came in a request; `index` is the n of its field `files[n]`. */
export type Upload = {
  readonly index: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
};
