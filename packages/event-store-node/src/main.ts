/** The node as a process of its own: `node dist/main.js --dir <directory> [--port <port>]`. */
import { parseArgs } from 'node:util';
import { NodeStartError } from './node-start-error.js';
import { type RunningNode, startNode } from './start-node.js';

const USAGE = 'usage: main.js --dir <directory> [--port <port>]   (port 0, the default: any free port)';
const WRONG_ARGUMENTS = 2;

interface Arguments {
  readonly dir: string;
  readonly port: number;
}

async function main(): Promise<void> {
  const given = readArguments(process.argv.slice(2));
  if (typeof given === 'string') return fail(`${given}\n${USAGE}`, WRONG_ARGUMENTS);
  let node: RunningNode;
  try {
    node = await startNode({ ...given, onFatal: (error) => fail(`stopped: ${error.message}`, 1) });
  } catch (error) {
    if (!(error instanceof NodeStartError)) throw error;
    return fail(`${error.code}: ${error.message}`, 1);
  }
  const stop = (): void => {
    void node.stop().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.stdout.write(`READY ${node.port}\n`);
}

function readArguments(argv: string[]): Arguments | string {
  try {
    const { values } = parseArgs({
      args: argv,
      options: { dir: { type: 'string' }, port: { type: 'string' } },
    });
    const port = Number(values.port ?? '0');
    if (values.dir === undefined || values.dir === '') return '--dir is missing';
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      return '--port must be a number from 0 to 65535';
    return { dir: values.dir, port };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function fail(message: string, exitCode: number): never {
  process.stderr.write(`${message}\n`);
  process.exit(exitCode);
}

await main();
