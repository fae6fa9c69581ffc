/**
 * The operations that the portal was built with. A session in a browser can ask these and no others: whoever gets a
 * script into a page still cannot put questions that no page puts.
 */
import { createHash } from 'node:crypto';

export interface TrustedDocuments {
  /** The text with this id, the SHA-256 of the text in lower-case hexadecimal. */
  find(id: string): string | undefined;
}

/** Thrown for a manifest that is none; names the first id that does not fit its text. */
export class UntrustworthyManifest extends Error {
  override readonly name = 'UntrustworthyManifest';
}

/** `manifest`: JSON, an object of texts by their ids, as the portal's build writes it. Throws `UntrustworthyManifest`. */
export function trustedDocuments(manifest: string): TrustedDocuments {
  const documents = new Map<string, string>();
  for (const [id, text] of Object.entries(parsed(manifest))) {
    if (typeof text !== 'string' || createHash('sha256').update(text).digest('hex') !== id) {
      throw new UntrustworthyManifest(`the document ${id} is not the text with this digest`);
    }
    documents.set(id, text);
  }
  return { find: (id) => documents.get(id) };
}

function parsed(manifest: string): object {
  try {
    const value: unknown = JSON.parse(manifest);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Answered below, in the same words.
  }
  throw new UntrustworthyManifest('the manifest is not a JSON object');
}
