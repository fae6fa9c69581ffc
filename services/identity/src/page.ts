/**
 * A page of the provider: one string, no script, no asset from anywhere. Its policy lets it load nothing and be framed
 * by nobody, so what is typed into it goes to this server only.
 */
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Language } from './texts.js';

const style = `
:root { color-scheme: light dark; font: 100%/1.5 system-ui, sans-serif; }
body { margin: 0; display: grid; min-height: 100vh; place-items: center; }
main { width: min(22rem, 100% - 2rem); }
h1 { font-size: 1.4rem; }
label, input, button { display: block; width: 100%; box-sizing: border-box; font: inherit; }
label { margin-top: 1rem; }
input, button { padding: .6rem; border: 1px solid currentColor; border-radius: .3rem; margin-top: .25rem; }
button { margin-top: 1.5rem; cursor: pointer; }
[role=alert] { border-inline-start: .3rem solid #b00020; padding-inline-start: .6rem; }
`;

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
