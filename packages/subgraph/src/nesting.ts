/**
 * How deep a document's brackets go. Parser and validation call themselves at each one, so a document that is all
 * brackets ends the stack before any other limit has seen it.
 */

/** Deeper than anything that the depth limit would let pass. */
const DEEPEST = 64;

/** Whether the brackets of a document, those in its texts and comments apart, go deeper than any honest ones. */
export function isNestedTooDeep(document: string): boolean {
  let depth = 0;
  for (let at = 0; at < document.length; at++) {
    const character = document[at]!;
    if (character === '"') at = endOfText(document, at);
    else if (character === '#') at = endOfLine(document, at);
    else if ('{[('.includes(character)) depth += 1;
    else if ('}])'.includes(character)) depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** Where the text that begins here ends: the place of its last quotation mark. */
function endOfText(document: string, start: number): number {
  const block = document.startsWith('"""', start);
  const mark = block ? '"""' : '"';
  for (let at = start + mark.length; at < document.length; at++) {
    if (document[at] === '\\') at += block && !document.startsWith('"""', at + 1) ? 0 : block ? 3 : 1;
    else if (document.startsWith(mark, at)) return at + mark.length - 1;
    else if (!block && document[at] === '\n') return at;
  }
  return document.length;
}

function endOfLine(document: string, start: number): number {
  const ends = [document.indexOf('\n', start), document.indexOf('\r', start)].filter((end) => end >= 0);
  return ends.length > 0 ? Math.min(...ends) : document.length;
}
