const PNG_SIGNATURE = '89504e470d0a1a0a';
/** Up to the width and height, which every PNG has at the same place. */
const PNG_HEAD = 24;

/** A picture's width and height in pixels; `undefined` for what is no PNG. */
export function pictureSize(
  bytes: Uint8Array,
): { readonly width: number; readonly height: number } | undefined {
  const head = Buffer.from(bytes.subarray(0, PNG_HEAD));
  if (head.length < PNG_HEAD || head.toString('hex', 0, 8) !== PNG_SIGNATURE) {
    return undefined;
  }
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
}
