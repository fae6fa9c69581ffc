/** The portal, as the network serves it: where its built files are, and under which name it signs people in. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  type BrowserBackend,
  type BrowserBackendOptions,
  callbackPath,
  createBrowserBackend,
  staticFiles,
  trustedDocuments,
} from '@stezhka/gateway';
import { apiScope, type IdentityClient } from '@stezhka/identity';

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

/** The public one first, and both names of this machine: whichever is typed, a browser comes back to where it left. */
export const originsOf = (port: number, publicOrigin: string | undefined): readonly string[] => [
  ...(publicOrigin ? [publicOrigin] : []),
  ...[`http://127.0.0.1:${port}`, `http://localhost:${port}`],
];

const clientId = 'stezhka-portal';

/** As the embedded provider has to know it. */
export function portalClient(origins: readonly string[]): IdentityClient {
  return {
    clientId,
    redirectUris: origins.map((origin) => `${origin}${callbackPath}`),
    postLogoutRedirectUris: origins.map((origin) => `${origin}/`),
  };
}

type Given = Pick<BrowserBackendOptions, 'gateway' | 'readModel' | 'origins' | 'logger' | 'now'>;

export type PortalOptions = Given & {
  readonly port: number;
  readonly issuer: string;
  /** The installation's. */
  readonly secret: string;
  readonly places?: PortalPlaces | undefined;
};

/** A portal that is not built has no files and no operations; the network runs without it. */
export async function servePortal(options: PortalOptions): Promise<BrowserBackend> {
  const { port, issuer, secret, places = built, ...rest } = options;
  const [files, manifest] = await Promise.all([
    staticFiles(places.files),
    readFile(places.documents, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '{}';
      throw error;
    }),
  ]);
  return createBrowserBackend({
    ...rest,
    files,
    documents: trustedDocuments(manifest),
    secret: Buffer.from(secret, 'base64url'),
    provider: {
      issuer,
      clientId,
      scope: `openid profile ${apiScope}`,
      path: '/oidc',
      loopback: `http://127.0.0.1:${port}`,
    },
    random: randomBytes,
  });
}
