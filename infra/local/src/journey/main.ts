/** `npm run journey`: plays the story against the running network, each with her own token, and prints what all saw. */
import { argv, env, exit, stderr, stdout } from 'node:process';
import { gather } from './cast.js';
import { SignInFailed } from './party.js';
import { type Telling, tell } from './story.js';

const address = argv[2] ?? `http://127.0.0.1:${env.PORT ?? 4600}`;

/** `firstShelter` as a reader would write it. */
const words = (role: string) => role.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** What is null has not happened or is not for this party: it is not printed. */
function shown(answer: unknown): string {
  if (answer === null || typeof answer !== 'object') return String(answer);
  if (Array.isArray(answer)) return answer.length === 0 ? 'nothing' : answer.map(shown).join('; ');
  return Object.entries(answer)
    .filter(([name, value]) => value !== null && value !== false && name !== 'requestId' && name !== 'id')
    .filter(([, value]) => !Array.isArray(value) || value.length > 0)
    .map(([name, value]) =>
      typeof value === 'object' ? `${name} (${shown(value)})` : value === true ? name : `${name} ${value}`,
    )
    .join(', ');
}

function printing(roles: ReadonlyMap<string, string>): Telling {
  let steps = 0;
  return {
    step: (sentence) => void stdout.write(`\n${++steps}. ${sentence}\n`),
    saw(party, what, answer) {
      const who = `${party.name}, ${roles.get(party.name)}`;
      const seen = answer === null ? 'there is no such referral' : shown(answer);
      stdout.write(`   ${who}: ${what}\n      ${seen}\n`);
    },
  };
}

try {
  const cast = await gather(address);
  const roles = Object.entries(cast).map(([role, party]) => [party.name, words(role)] as const);
  await tell(cast, printing(new Map(roles)));
  stdout.write('\nThe end. Every line above was answered by the running network, to that user alone.\n');
} catch (error) {
  const cause = error instanceof Error ? error.cause : undefined;
  if ((cause as { code?: string } | undefined)?.code === 'ECONNREFUSED')
    stderr.write(`Nothing answers at ${address}. Start the network first: npm start\n`);
  else if (error instanceof SignInFailed)
    stderr.write(`${error.message} cannot sign in at ${address}. Was it started with --empty?\n`);
  else throw error;
  exit(1);
}
