/** Text of at most so many UTF-16 units, cut between whole characters; what was cut leaves a `…`. */
export function clip(text: string, length: number): string {
  if (text.length <= length) {
    return text;
  }
  const clipped = text.slice(0, Math.max(0, length - 1));
  const last = clipped.charCodeAt(clipped.length - 1);
  return `${isHighSurrogate(last) ? clipped.slice(0, -1) : clipped}${length > 0 ? '…' : ''}`;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd8_00 && unit <= 0xdb_ff;
}
