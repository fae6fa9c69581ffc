/** Connection strings of one cluster for different databases and roles; sockets and TCP alike. */

/** The same server, asked for another database, optionally as another role. */
export function urlFor(
  base: string,
  to: { readonly database: string; readonly user?: string; readonly password?: string | undefined },
): string {
  const { scheme, credentials, host, query } = partsOf(base);
  const account =
    to.user === undefined
      ? credentials
      : encodeURIComponent(to.user) +
        (to.password === undefined ? '' : `:${encodeURIComponent(to.password)}`);
  return `${scheme}${account}@${host}/${to.database}${query}`;
}

/** The password in a connection string; undefined if there is none. */
export function passwordIn(url: string): string | undefined {
  const [, password] = /:(.*)$/.exec(partsOf(url).credentials) ?? [];
  return password ? decodeURIComponent(password) : undefined;
}

function partsOf(url: string) {
  const match = /^(postgres(?:ql)?:\/\/)(?:([^@/]*)@)?([^/?]*)(?:\/[^?]*)?(\?.*)?$/.exec(url);
  if (!match) throw new TypeError('not a PostgreSQL connection string');
  const [, scheme = '', credentials = '', host = '', query = ''] = match;
  return { scheme, credentials, host, query };
}
