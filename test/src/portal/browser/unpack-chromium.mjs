// @ts-check
/**
 * Unpacks the browser that came with the packages into the directory named on the command line. A program of its own,
 * because the package looks at its environment while it is loaded: here it is told to bring its own system libraries.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [, , dir, kept] = process.argv;
if (!dir || !kept) throw new Error('Where to, and where will it be kept?');
mkdirSync(dir, { recursive: true });
Object.assign(process.env, { TMPDIR: dir, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' });
const { default: chromium } = await import('@sparticuz/chromium');
await chromium.executablePath();

// It looks for its fonts in /tmp; without any font at all it ends.
const fonts = join(dir, 'fonts/fonts.conf');
writeFileSync(fonts, readFileSync(fonts, 'utf8').replaceAll('/tmp/', `${kept}/`));
