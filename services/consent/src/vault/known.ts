/** A content as it is sealed: what is unknown is left out, so that two ways to say "unknown" are one content. */
export function known<Content extends object>(content: Content): Content {
  return JSON.parse(
    JSON.stringify(content, (_, value) => (value === null || value === '' ? undefined : value)),
  ) as Content;
}
