/** The portal, as the network serves it: where its built files are, and under which name it signs people in. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type StaticFiles, staticFiles, type TrustedDocuments, trustedDocuments } from '@stezhka/gateway';
import { apiScope, type IdentityClient } from '@stezhka/identity';

export interface Portal {
  readonly files: StaticFiles;
  readonly documents: TrustedDocuments;
}

export interface PortalPlaces {
  /** Directory of the built files. */
  readonly files: string;
  /** The manifest of its operations. */
  readonly documents: string;
}

const inRepository = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

const built: PortalPlaces = {
  files: inRepository('services/portal/dist'),
  documents: inRepository('schema/operations/portal.json'),
};

/** A portal that is not built has no files and no operations; the network runs without it. */
export async function openPortal(places: PortalPlaces = built): Promise<Portal> {
  const [files, manifest] = await Promise.all([
    staticFiles(places.files),
    readFile(places.documents, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '{}';
      throw error;
    }),
  ]);
  return { files, documents: trustedDocuments(manifest) };
}

/** Both names of this machine: whichever is typed, a browser comes back to where it left. */
export const originsOn = (port: number): readonly string[] => [
  `http://127.0.0.1:${port}`,
  `http://localhost:${port}`,
];

export const portalClientId = 'stezhka-portal';
export const portalScope = `openid profile ${apiScope}`;

export function portalClient(origins: readonly string[], callback: string): IdentityClient {
  return {
    clientId: portalClientId,
    redirectUris: origins.map((origin) => `${origin}${callback}`),
    postLogoutRedirectUris: origins.map((origin) => `${origin}/`),
  };
}
