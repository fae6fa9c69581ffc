/**
 * A real browser for the portal's tests. On Linux it comes with the packages and is unpacked once; elsewhere, or to try
 * another one, `STEZHKA_CHROMIUM` names a Chromium's program.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

/** Starts one. It keeps nothing between runs and asks nobody but the pages it is sent to. */
export async function startChromium(): Promise<Browser> {
  const { executablePath, env } = program();
  const launch = () =>
    chromium.launch({
      executablePath,
      env: { ...process.env, ...env },
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
    });
  // That it crashes before it has opened a page has been seen, and says nothing of the portal.
  return launch().catch((error: Error) => {
    if (!error.message.includes('signal=SIGSEGV')) throw error;
    console.warn('The browser crashed as it started; it is started once more.');
    return launch();
  });
}

function program(): { readonly executablePath: string; readonly env: Record<string, string> } {
  const named = process.env.STEZHKA_CHROMIUM;
  if (named) return { executablePath: named, env: {} };
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('No browser comes with the packages for this machine: STEZHKA_CHROMIUM may name one.');
  const dir = unpacked();
  return {
    executablePath: join(dir, 'chromium'),
    env: { LD_LIBRARY_PATH: join(dir, 'al2023/lib'), FONTCONFIG_PATH: join(dir, 'fonts') },
  };
}

/** Where it lies ready. Two tests may unpack at once: each into a directory of its own, and the first one is kept. */
function unpacked(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '../../package.json'), 'utf8'));
  const dir = fileURLToPath(new URL(`../../../node_modules/.cache/chromium-${version}`, import.meta.url));
  if (existsSync(dir)) return dir;
  mkdirSync(dirname(dir), { recursive: true });
  const own = mkdtempSync(`${dir}-`);
  const script = fileURLToPath(new URL('./unpack-chromium.mjs', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script, own, dir], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The browser cannot be unpacked: ${stderr}`);
  try {
    renameSync(own, dir);
  } catch (error) {
    if (!existsSync(dir)) throw error;
    rmSync(own, { recursive: true, force: true });
  }
  return dir;
}
