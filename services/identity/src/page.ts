/**
 * A page of the provider: one string, no script, no asset from anywhere. Its policy lets it load nothing and be framed
 * by nobody, so what is typed into it goes to this server only.
 */
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Language } from './texts.js';

/** The colours and measures of the portal's own pages: whoever is sent here has not been sent elsewhere. */
const style = `
:root {
  --paper: #faf6ef; --surface: #fff; --ink: #1f2b2d; --edge: #7d7565; --way: #1d5c56; --on-way: #fff;
  --header: #143f3b; --mark: #ffc14a; --halo: #ffc14a; --bad: #fae3df; --bad-edge: #a8322a;
  color-scheme: light dark; font: 100%/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #131a1b; --surface: #1b2425; --ink: #efe9de; --edge: #8d9a99; --way: #8fd6c8; --on-way: #0e2321;
    --header: #0d2624; --halo: #b07a16; --bad: #3d1f1b; --bad-edge: #ee8d82;
  }
}
body { margin: 0; min-height: 100vh; background: var(--paper); color: var(--ink); overflow-wrap: anywhere; }
header { padding: .75rem 1rem; background: var(--header); }
svg { display: block; margin: auto; }
path { stroke: var(--mark); }
main { width: min(22rem, 100% - 2rem); margin: auto; padding: min(12vh, 6rem) 0 2rem; }
h1 { margin: 0 0 1.5rem; font-size: 1.6rem; line-height: 1.2; }
label { display: block; margin-top: 1rem; font-weight: 600; }
input, button { box-sizing: border-box; display: block; width: 100%; min-height: 3rem; border-radius: .5rem; }
input { margin-top: .25rem; padding: .5rem .75rem; border: 2px solid var(--edge); background: var(--surface); }
input, button { color: inherit; font: inherit; }
button { margin-top: 1.5rem; border: 2px solid transparent; background: var(--way); color: var(--on-way); }
button { font-weight: 600; cursor: pointer; }
button + button { margin-top: .75rem; border-color: var(--edge); background: var(--surface); color: var(--ink); }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; box-shadow: 0 0 0 7px var(--halo); }
[role=alert] { margin: 0; padding: 1rem; border: solid var(--bad-edge); border-width: 1px 1px 1px 6px; }
[role=alert] { border-radius: .5rem; background: var(--bad); }
`;

const mark = `<svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true"><path d="M9 26c0-6 14-6 14-11S12 11 12 6"
fill="none" stroke-width="3.4" stroke-linecap="round" stroke-dasharray="0.1 5.4"/></svg>`;

const styleHash = createHash('sha256').update(style).digest('base64');

export interface Page {
  readonly language: Language;
  readonly title: string;
  /** HTML; whatever was not written in this program has gone through `escapeHtml`. */
  readonly body: string;
}

export function renderPage({ language, title, body }: Page): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<header>${mark}</header>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

/** `formTargets`: origins that a form of the page ends at; a browser applies the policy to redirects as well. */
export function pageHeaders(formTargets: readonly string[] = []): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': [
      "default-src 'none'",
      `style-src 'sha256-${styleHash}'`,
      ["form-action 'self'", ...formTargets].join(' '),
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}

export function sendPage(
  response: ServerResponse,
  status: number,
  page: Page,
  formTargets: readonly string[] = [],
): void {
  response.writeHead(status, pageHeaders(formTargets)).end(renderPage(page));
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
