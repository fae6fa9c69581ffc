// @ts-check
/** Where specs keep what they leave behind a moment later. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';
/** Far more than all networks of a run hold at once. */
const ENOUGH_BYTES = 8 * 2 ** 30;

/**
 * In memory, where there is a place for it: databases and stores begin and end by the hundred, and a disk would write
 * down each of them. Nothing is proved less by that, for specs end processes and never the machine.
 */
export function roomForSpecs() {
  try {
    const { bavail, bsize } = statfsSync(memory);
    if (bavail * bsize >= ENOUGH_BYTES && runsPrograms(memory)) return memory;
  } catch {
    // Not every system has it.
  }
  return tmpdir();
}

/** Containers often allow nothing to be run there. @param {string} place */
function runsPrograms(place) {
  const directory = mkdtempSync(join(place, 'stezhka-runs-'));
  try {
    const program = join(directory, 'program');
    writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
    return spawnSync(program).status === 0;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
