/**
 * Passwords as scrypt digests. A check costs 16 MB and a fraction of a second on purpose, so few run at once and the
 * rest wait: a burst of guesses must not take the process's memory or its threads.
 */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

const cost = { N: 2 ** 14, r: 8, p: 5 };
/** For a password that everybody may read there is nothing to make guessing dear for. */
const costOfPublic = { N: 2 ** 10, r: 8, p: 1 };
const saltLength = 16;
const digestLength = 32;
const atOnce = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** The text to keep: parameters, salt and digest. */
export async function hashPassword(
  password: string,
  { isPublic = false }: { readonly isPublic?: boolean } = {},
): Promise<string> {
  const salt = randomBytes(saltLength);
  const { N, r, p } = isPublic ? costOfPublic : cost;
  const digest = await derive(password, salt, { N, r, p });
  return ['scrypt', N, r, p, salt.toString('base64'), digest.toString('base64')].join('$');
}

/** Compares in constant time. Without a `kept` text it works as long and says no: an unknown name must not be faster. */
export async function passwordFits(password: string, kept: string | undefined): Promise<boolean> {
  const [, N, r, p, salt, digest] = (kept ?? nobodys).split('$');
  const expected = Buffer.from(digest ?? '', 'base64');
  const given = await derive(password, Buffer.from(salt ?? '', 'base64'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  });
  const equal = expected.length === given.length && timingSafeEqual(expected, given);
  return equal && kept !== undefined;
}

const nobodys = [
  'scrypt',
  cost.N,
  cost.r,
  cost.p,
  Buffer.alloc(saltLength).toString('base64'),
  Buffer.alloc(digestLength).toString('base64'),
].join('$');

async function derive(password: string, salt: Buffer, parameters: typeof cost): Promise<Buffer> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      // One person's keyboard composes characters differently from another's.
      scrypt(password.normalize('NFKC'), salt, digestLength, parameters, (error, digest) =>
        error ? reject(error) : resolve(digest),
      );
    });
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}
