/**
 * A client that keeps many appends in flight until its node is killed under it, in a process of its own: the
 * client keeps its pending appends in one place for the whole process, and a kill rejects them all.
 *
 * It does the killing itself, in the very moment of an acknowledgement: a process in between would be too slow
 * to catch a node that answers before it has written.
 *
 * Plain JavaScript, because it is run by node itself. Arguments: connection string, the node's process id, after
 * how many acknowledgements and with how many appends in flight to kill it, round, seed. First it is sent the
 * appends of the last round that were never answered, which it sends again. It reports each acknowledged append,
 * and in the end those that were not.
 */
import { createHash } from 'node:crypto';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';

const IN_FLIGHT = 160;
const STREAMS = 40;

const [connectionString, pid, killAfter, wantedInFlight, round, seed] = process.argv.slice(2);
const client = EventStoreDBClient.connectionString(connectionString);
const unanswered = [];
let started = 0;
let inFlight = 0;
let acknowledged = 0;
let killed = false;
let isFirstOfGroup = true;

function digest(...parts) {
  return createHash('sha256').update(parts.join(':')).digest();
}

function uuid(...parts) {
  const hex = digest(...parts).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** An append to a stream of its own, or to one that many write to; some of one event, some of many, few large. */
function plan(number) {
  const random = digest(seed, round, number);
  const own = random[0] < 128;
  return {
    name: `${round}-${number}`,
    stream: own ? `kill-own-${round}-${number}` : `kill-shared-${random[1] % STREAMS}`,
    expected: own ? 'no_stream' : 'any',
    events: 1 + (random[2] % 8),
    padding: random[3] < 16 ? 60_000 : random[3],
  };
}

/** At the first acknowledgement of a group: if the node answered too early, the group is still being written. */
function killIfDue() {
  if (killed || !isFirstOfGroup) return;
  isFirstOfGroup = false;
  setImmediate(() => {
    isFirstOfGroup = true;
  });
  killed = acknowledged >= Number(killAfter) && inFlight > Number(wantedInFlight);
  if (killed) process.kill(Number(pid), 'SIGKILL');
}

async function append(planned) {
  inFlight += 1;
  try {
    const events = Array.from({ length: planned.events }, (_, index) =>
      jsonEvent({
        id: uuid(seed, planned.name, index),
        type: 'Killed',
        data: { append: planned.name, index, of: planned.events, padding: 'x'.repeat(planned.padding) },
      }),
    );
    const receipt = await client.appendToStream(planned.stream, events, {
      expectedRevision: planned.expected,
    });
    killIfDue();
    inFlight -= 1;
    acknowledged += 1;
    process.send({
      kind: 'acknowledged',
      append: planned.name,
      stream: planned.stream,
      events: planned.events,
      revision: String(receipt.nextExpectedRevision),
      position: String(receipt.position.commit),
    });
    return true;
  } catch {
    unanswered.push(planned);
    return false;
  }
}

async function appendUntilKilled() {
  while (await append(plan(started++)));
}

process.once('message', async (again) => {
  const answered = await Promise.all(again.map(append));
  if (answered.every(Boolean)) await Promise.all(Array.from({ length: IN_FLIGHT }, appendUntilKilled));
  await client.dispose();
  process.send({ kind: 'killed', unanswered }, () => process.exit(0));
});
