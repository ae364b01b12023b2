// @ts-check

/**
 * The code that starts with the backticks at `at`, or `undefined` where they are never closed.
 *
 * @param {string} source
 * @param {number} at
 */
export function codeAt(source, at) {
  let start = at;
  while (source.charAt(start) === '`') {
    start += 1;
  }
  const ticks = source.slice(at, start);
  let end = source.indexOf(ticks, start);
  while (end !== -1 && source.charAt(end + ticks.length) === '`') {
    end = source.indexOf(ticks, end + ticks.length + 1);
  }
  if (ticks === '' || end <= start) {
    return undefined;
  }
  const text = source.slice(start, end);
  return { text: ticks.length > 1 ? text.trim() : text, end: end + ticks.length };
}

/**
 * Where the mark is closed, or -1. Marks inside code or after a backslash close nothing.
 *
 * @param {string} source
 * @param {number} start
 * @param {string} mark
 */
export function closingMark(source, start, mark) {
  if (mark.length === 1 && /\s/.test(source.charAt(start))) {
    return -1;
  }
  for (let at = start; at < source.length; at++) {
    const letter = source.charAt(at);
    if (letter === '\\') {
      at += 1;
    } else if (letter === '`') {
      at = (codeAt(source, at)?.end ?? at + 1) - 1;
    } else if (source.startsWith(mark, at)) {
      const end = endOfRun(source, at, mark);
      if (closes(source, end, mark)) {
        return end;
      }
      at = Math.max(at, end + mark.length - 1);
    }
  }
  return -1;
}

/**
 * In a run such as `***` the last characters close the outermost mark.
 *
 * @param {string} source
 * @param {number} at
 * @param {string} mark
 */
function endOfRun(source, at, mark) {
  let run = 0;
  while (source.charAt(at + run) === mark.charAt(0)) {
    run += 1;
  }
  if (mark.length === 1) {
    return run === 2 ? at + 1 : at + run - 1;
  }
  return run % 2 === 1 ? at + run - 2 : at;
}

/**
 * @param {string} source
 * @param {number} end
 * @param {string} mark
 */
function closes(source, end, mark) {
  if (mark.length === 2) {
    return true;
  }
  if (source.charAt(end - 1) === mark) {
    return source.charAt(end - 2) === mark;
  }
  return !/\s/.test(source.charAt(end - 1)) && (mark !== '_' || !/\w/.test(source.charAt(end + 1)));
}
