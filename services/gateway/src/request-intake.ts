/**
 * The door. Hive would answer GET, multipart, batches and bodies of 25 MB; here one shape is let in, a JSON object
 * sent by POST, and its size is known before anything parses it. Demanding `application/json` also makes a browser ask
 * first, so another site cannot send a query with a visitor's credentials.
 */
import type { IncomingMessage } from 'node:http';
import type { TrustedDocuments } from './browser/trusted-documents.js';
import type { Refusal } from './refusals.js';

/** What is taken from a body; everything else in it is dropped. */
export interface OperationParams {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Record<string, unknown>;
}

export type Intake = { readonly params: OperationParams } | { readonly refusal: Refusal };

export const bodyLimit = 100 * 1024;
/** How much of a refused body is read on, so that the sender is still listening when the answer comes. */
const patience = 4 * 1024 * 1024;

export interface IntakeOptions {
  /** Already refused; what is sent is only read to its end. */
  readonly refusal?: Refusal | undefined;
  /** Only these operations are taken, by `documentId`; by `query` any if absent. */
  readonly documents?: TrustedDocuments;
}

export async function takeRequest(request: IncomingMessage, options: IntakeOptions = {}): Promise<Intake> {
  const refusal = refuseByHead(request) ?? options.refusal;
  if (refusal !== undefined) {
    await readBody(request, 0);
    return { refusal };
  }
  const body = await readBody(request, bodyLimit);
  return body === undefined ? { refusal: tooLarge } : readParams(body, options.documents);
}

const tooLarge: Refusal = {
  status: 413,
  code: 'TOO_LARGE',
  message: 'The request is larger than 100 KB.',
};

function refuseByHead({ method, headers }: IncomingMessage): Refusal | undefined {
  if (method !== 'POST') {
    return {
      status: 405,
      code: 'BAD_REQUEST',
      message: 'Queries are sent by POST.',
      possible: ['POST'],
    };
  }
  const [type, ...parameters] = (headers['content-type'] ?? '').split(';').map((part) => part.trim());
  const charset = parameters.find((parameter) => /^charset=/i.test(parameter));
  const encoded = headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity';
  if (
    type?.toLowerCase() !== 'application/json' ||
    encoded ||
    (charset !== undefined && !/^charset="?utf-8"?$/i.test(charset))
  ) {
    return {
      status: 415,
      code: 'BAD_REQUEST',
      message: 'Only JSON in UTF-8 is read, not compressed.',
      possible: ['application/json'],
    };
  }
  return Number(headers['content-length'] ?? 0) > bodyLimit ? tooLarge : undefined;
}

/** The body, or nothing if it is longer than `limit` bytes; beyond the limit bytes are counted and let go. */
async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else chunks.length = 0;
    if (size > patience) break;
  }
  return size > limit ? undefined : Buffer.concat(chunks);
}

function readParams(body: Buffer, documents: TrustedDocuments | undefined): Intake {
  const parsed = parseJson(body);
  if (parsed === undefined) return malformed('The body is not JSON in UTF-8.');
  if (Array.isArray(parsed)) {
    return {
      refusal: { status: 400, code: 'BAD_REQUEST', message: 'Operations are sent one at a time.' },
    };
  }
  if (typeof parsed !== 'object' || parsed === null) return malformed('The body is not a JSON object.');
  const { operationName, variables, ...asked } = parsed as Record<string, unknown>;
  const query = documents === undefined ? asked.query : trustedText(asked, documents);
  if (documents !== undefined && query === undefined) return { refusal: unknownDocument };
  if (typeof query !== 'string' || query.trim() === '') {
    return {
      refusal: {
        status: 400,
        code: 'BAD_REQUEST',
        message: 'The body has no "query" with text in it.',
        possible: ['query', 'variables', 'operationName'],
      },
    };
  }
  if (operationName != null && typeof operationName !== 'string')
    return malformed('"operationName" is not text.');
  if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) {
    return malformed('"variables" is not a JSON object.');
  }
  return {
    params: {
      query,
      ...(typeof operationName === 'string' && operationName !== '' ? { operationName } : {}),
      ...(variables == null ? {} : { variables: variables as Record<string, unknown> }),
    },
  };
}

function trustedText(asked: Record<string, unknown>, documents: TrustedDocuments): string | undefined {
  if ('query' in asked || typeof asked.documentId !== 'string') return undefined;
  return documents.find(asked.documentId);
}

const unknownDocument: Refusal = {
  status: 400,
  code: 'UNKNOWN_DOCUMENT',
  message: 'Only operations that the portal was built with are answered here, by their id.',
  possible: ['documentId', 'variables', 'operationName'],
};

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

function malformed(message: string): Intake {
  return { refusal: { status: 400, code: 'BAD_REQUEST', message } };
}
