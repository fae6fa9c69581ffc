/**
 * The portal's files, read once. A path is looked up in a map, never on the disk, so there is none that leads out of
 * the directory.
 */
import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, relative, sep } from 'node:path';
import { answerText } from './answers.js';
import { type KeptFile, keptFile, sendFile } from './kept-file.js';

export interface StaticFiles {
  /** Answers a `GET` or `HEAD`: a file, the application for a path of its own, 404. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

const index = '/index.html';
const notBuilt =
  'The portal is not built: there are no pages to show. Stop Stezhka and start it again with npm start, which builds it.';

/** `directory` may not exist: then every answer says that the portal is not built. */
export async function staticFiles(directory: string): Promise<StaticFiles> {
  const files = await readFiles(directory);
  return {
    async answer(request, response) {
      const file = findFile(files, request.url ?? '/');
      if (file !== undefined) return sendFile(file, request, response);
      answerText(response, 404, files.has(index) ? 'Nothing is here.' : notBuilt);
    },
  };
}

async function readFiles(directory: string): Promise<ReadonlyMap<string, KeptFile>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  const files = entries
    .filter((entry) => entry.isFile())
    .map(async ({ parentPath, name }): Promise<[string, KeptFile]> => {
      const full = join(parentPath, name);
      const path = `/${relative(directory, full).split(sep).join('/')}`;
      return [path, keptFile(path, await readFile(full), path === index ? 'no-store' : cachingOf(path))];
    });
  return new Map(await Promise.all(files));
}

/** What is built into `assets` carries a digest of its content in its name. */
const cachingOf = (path: string) =>
  path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';

/** Paths without a file's ending are the application's own. */
function findFile(files: ReadonlyMap<string, KeptFile>, url: string): KeptFile | undefined {
  const path = decoded(url.split(/[?#]/, 1)[0] ?? '/');
  if (path === undefined) return undefined;
  const file = files.get(path);
  if (file !== undefined) return file;
  return path.startsWith('/assets/') || /\.[^/]*$/.test(path) ? undefined : files.get(index);
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
