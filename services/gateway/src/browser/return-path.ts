/** Where a browser goes on after signing in: to a page of the portal, never to wherever a link says. */
const longest = 512;
const notPages = /^\/(auth|oidc|graphql|health|assets)(\/|$)/;

/** `asked` if it is a path of the portal, else the first page. */
export function returnPath(asked: string | null | undefined): string {
  if (asked == null || asked.length > longest || !/^\/[\x21-\x7e]*$/.test(asked) || asked.includes('\\'))
    return '/';
  const base = 'http://own.invalid';
  if (!URL.canParse(asked, base)) return '/';
  const { origin, pathname, search } = new URL(asked, base);
  // Dots are resolved by now: "/.//elsewhere" has become "//elsewhere".
  return origin !== base || pathname.startsWith('//') || notPages.test(pathname)
    ? '/'
    : `${pathname}${search}`;
}
