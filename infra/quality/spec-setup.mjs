// @ts-check
/** Whoever starts jest by hand is told how, before a hundred specs fail for one reason. */
export default function setUp() {
  if (process.execArgv.some((word) => word.endsWith('spec-loading.mjs'))) return;
  throw new Error('Run specs by `node infra/quality/specs.mjs <part of a path> …`.');
}
