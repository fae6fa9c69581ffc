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
    if (document.startsWith('"""', at)) at = endOfBlock(document, at + 3);
    else if (character === '"') at = endOfText(document, at + 1);
    else if (character === '#') at = endOfLine(document, at + 1);
    else if ('{[('.includes(character)) depth += 1;
    else if ('}])'.includes(character)) depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

function endOfBlock(document: string, start: number): number {
  for (let at = start; at < document.length; at++) {
    if (document.startsWith('\\"""', at)) at += 3;
    else if (document.startsWith('"""', at)) return at + 2;
  }
  return document.length;
}

function endOfText(document: string, start: number): number {
  for (let at = start; at < document.length; at++) {
    if (document[at] === '\\') at += 1;
    else if (document[at] === '"' || isLineEnd(document[at])) return at;
  }
  return document.length;
}

function endOfLine(document: string, start: number): number {
  for (let at = start; at < document.length; at++) if (isLineEnd(document[at])) return at;
  return document.length;
}

function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}
