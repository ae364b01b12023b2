/** Whether a body is JSON from its first to its last character: one that was cut off is not. */
export function isWholeJson(body: string): boolean {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}
