/** `npm run network:split`: the same network, every service twice and each a process of its own. */
import { argv, exit, stderr, stdout } from 'node:process';
import { createLogger, gracefulStop } from '@stezhka/telemetry';
import { settingsOrEnd, settleDirectory } from '../begin.js';
import { addresses, demonstrationComplete, failure } from '../report.js';
import { type SplitNetwork, startSplit } from './split-network.js';

/** Enters the six organisations of the tour alone. */
const STORY = '--story';
const STOP_WITHIN_MS = 60_000;

const settings = settingsOrEnd(argv.slice(2).filter((flag) => flag !== STORY));
const logger = createLogger({ service: 'split', level: settings.logLevel });
const ending = new AbortController();

async function start(): Promise<SplitNetwork> {
  await settleDirectory(settings);
  return startSplit({
    ...settings,
    ...(settings.empty ? {} : { demonstration: argv.includes(STORY) ? 'story' : 'all' }),
    logger,
    output: (text) => stdout.write(text),
    now: () => new Date(),
    signal: ending.signal,
  });
}

const starting = start();
gracefulStop({
  logger,
  exit,
  signals: ['SIGTERM', 'SIGINT', 'SIGHUP'],
  timeoutMs: STOP_WITHIN_MS,
  steps: [
    {
      name: 'network',
      stop: async () => {
        ending.abort();
        const network = await starting.catch(() => undefined);
        await network?.stop();
      },
    },
  ],
});

try {
  const network = await starting;
  stdout.write(addresses(network));
  await network.demonstrationEntered;
  if (!settings.empty && !ending.signal.aborted) stdout.write(demonstrationComplete(network));
} catch (error) {
  if (!ending.signal.aborted) {
    stderr.write(failure(error));
    exit(1);
  }
}
