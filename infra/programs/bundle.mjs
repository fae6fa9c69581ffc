// @ts-check
/**
 * Puts together what each program needs to start. A service reads some two and a half thousand files otherwise, most
 * of them of its libraries, and that takes most of its start: at the first one, and at each one after a death.
 */
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const services = ['registry', 'consent', 'referrals', 'insights', 'identity', 'gateway'];
const built = (/** @type {string} */ path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** What finds its own files, threads or machine code beside itself, and so stays where it is. */
const apart = [
  '@graphql-hive/router-query-planner',
  '@stezhka/event-store-node',
  '@stezhka/read-model/embedded',
  // Not installed: the driver of PostgreSQL asks whether it is.
  'pg-native',
];

const bundle = await rolldown({
  input: {
    ...Object.fromEntries(services.map((name) => [name, built(`services/${name}/dist/main.js`)])),
    network: built('infra/local/dist/main.js'),
    'enter-demonstration': built('infra/local/dist/split/load.js'),
    'enter-network': built('infra/local/dist/enter/main.js'),
  },
  platform: 'node',
  external: apart,
  // GraphQL otherwise looks at each value of each answer for a second copy of itself.
  transform: { define: { 'process.env.NODE_ENV': "'production'" } },
  onLog(_level, log) {
    // A library of many years' standing names its functions by it.
    if (log.code !== 'EVAL') throw new Error(`${log.code}: ${log.message}`);
  },
});
await bundle.write({
  // As deep as what starts from infra/local: both find the repository's files by the way up.
  dir: fileURLToPath(new URL('dist', import.meta.url)),
  cleanDir: true,
  // GraphQL's types are named by their classes.
  keepNames: true,
  sourcemap: true,
  chunkFileNames: 'shared-[hash].js',
  hashCharacters: 'hex',
});
