/**
 * What a page of an inbox costs, in processor time of whoever answers and of the database together: asked straight at
 * the subgraph, through the gateway of the network in one process, and at an endpoint written by hand. Half of the
 * requests are for a large inbox, half for an ordinary one.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, type RequestOptions, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectionStringTo, NodeProcess } from '../faults/node-process.js';
import type { Bench, Opened, Subject } from './bench.js';
import { body, pageSize } from './inbox/page.js';
import { type Door, openSite, type Site } from './inbox/site.js';
import { costOf, processorTimeOf, processorTimeOfServer } from './processor-time.js';
import { startProgram } from './program.js';
import { openInOrder, type ToClose } from './to-close.js';

export const inbox: Bench = {
  name: 'inbox',
  what: `a page of ${pageSize} referrals: processor time of server and database for each request`,
  unit: 'ms of processor',
  open: (sizes) => openInOrder((toClose) => openInbox(sizes, toClose)),
};

/** What is compiled as it is used needs thousands of requests until it costs what it costs from then on. */
const beforehand = 4_000;
const eachRound = 400;
const atOnce = 4;

async function openInbox(sizes: readonly number[], toClose: ToClose): Promise<Omit<Opened, 'close'>> {
  const dir = await mkdtemp(join(tmpdir(), 'stezhka-bench-'));
  toClose(() => rm(dir, { recursive: true, force: true }));
  const node = new NodeProcess(['--dir', join(dir, 'events')]);
  toClose(() => node.kill('SIGTERM'));
  const eventStoreUrl = connectionStringTo(await node.ready());
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  toClose(async () => agent.destroy());

  const subjects: Subject[] = [];
  for (const referrals of sizes) {
    const site = await openSite({ dir: join(dir, String(referrals)), referrals, eventStoreUrl }, toClose);
    for (const [way, door] of waysTo(site)) {
      const cost = async () =>
        (await processorTimeOf(door.pid)) + (await processorTimeOfServer(site.postmaster));
      const asking = ask(agent, door, site.tokens);
      await several(beforehand, asking);
      subjects.push({ name: nameOf(way, referrals), measure: () => eachOf(cost, asking) });
    }
  }
  const [baseline, apollo] = await Promise.all(['bare', 'apollo'].map((kind) => floor(kind, agent, toClose)));
  return { baseline: baseline!, subjects: [apollo!, ...subjects], goals: goalsFor(sizes) };
}

const waysTo = ({ subgraph, gateway, handWritten, remembering }: Site) =>
  [
    ['subgraph', subgraph],
    ['gateway', gateway],
    ['hand-written', handWritten],
    ['hand-written, remembering', remembering],
  ] as const;

type Way = ReturnType<typeof waysTo>[number][0];

const nameOf = (way: Way, referrals: number) => `${way}, ${referrals.toLocaleString('en')}`;

function goalsFor(sizes: readonly number[]) {
  const [most, less] = sizes.toSorted((a, b) => b - a) as [number, number?];
  return [
    ...(less ? [{ of: nameOf('subgraph', most), to: nameOf('subgraph', less), atMost: 1.15 }] : []),
    { of: nameOf('subgraph', most), to: nameOf('hand-written', most), atMost: 1 },
    { of: nameOf('subgraph', most), to: nameOf('hand-written, remembering', most), atMost: 1 },
    { of: nameOf('gateway', most), to: nameOf('subgraph', most), atMost: 3 },
  ];
}

async function floor(kind: string, agent: Agent, toClose: ToClose): Promise<Subject> {
  const program = await startProgram<{ port: number }>('test/src/bench/inbox/floors.ts', { kind });
  toClose(() => program.stop());
  const door = { url: `http://127.0.0.1:${program.told.port}/graphql`, pid: program.pid };
  const asking = ask(agent, door, ['none']);
  await several(beforehand, asking);
  return {
    name: kind === 'bare' ? 'node:http, constant' : 'Apollo Server, constant',
    measure: () => eachOf(() => processorTimeOf(door.pid), asking),
  };
}

type Asking = (n: number) => Promise<void>;

const eachOf = async (cost: () => Promise<number>, asking: Asking) =>
  (await costOf(cost, () => several(eachRound, asking))) / eachRound;

/** A few at once, so that connections are there and nobody waits for a queue. */
async function several(times: number, asking: Asking) {
  let left = times;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left > 0) await asking(--left);
    }),
  );
}

/** Asks as each of them in turn; an answer that is not a full page is no answer. */
const ask =
  (agent: Agent, { url }: Door, tokens: readonly string[]): Asking =>
  async (n) => {
    const authorization = `Bearer ${tokens[n % tokens.length]}`;
    const text = await post(url, { method: 'POST', agent, headers: { ...json, authorization } });
    const answer = JSON.parse(text) as { data?: { inbox?: { items: unknown[] } } };
    if (answer.data?.inbox?.items.length !== pageSize)
      throw new Error(`no full page from ${url}: ${text.slice(0, 200)}`);
  };

const json = { 'content-type': 'application/json' };

const post = (url: string, options: RequestOptions): Promise<string> =>
  new Promise((resolve, reject) => {
    const asked = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks).toString()));
    });
    asked.on('error', (error: NodeJS.ErrnoException) => {
      // A connection that had rested was closed by the other side at the same moment.
      if (asked.reusedSocket && error.code === 'ECONNRESET') resolve(post(url, options));
      else reject(error);
    });
    asked.end(body);
  });
