import { describe, expect, it } from '@jest/globals';
import { safeMessage } from './described-error.js';
import { createLogger } from './logger.js';

const secrets = [
  'Олена',
  'Kovalenko',
  '+380501234567',
  '380501234567',
  '0501234567',
  'olena@example.org',
  'вул. Шевченка 7',
];

function logged(write: (logger: ReturnType<typeof createLogger>) => void): {
  text: string;
  lines: Record<string, unknown>[];
} {
  const written: string[] = [];
  write(
    createLogger({
      service: 'referrals',
      destination: { write: (line) => void written.push(line) },
      level: 'debug',
    }),
  );
  const text = written.join('');
  return {
    text,
    lines: text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}

/** Everything a careless caller could do in untyped code. */
const careless = (fields: Record<string, unknown>): object => fields;

describe('a log line', () => {
  it('carries the event code, the service and allowed fields', () => {
    const { lines } = logged((logger) =>
      logger.info('referral.accepted', {
        stream: 'referral-018f4e2a-0000-7000-8000-00000000c0de',
        eventType: 'ReferralAccepted.v1',
        position: 12n,
        durationMs: 3.5,
        actorId: 'lviv-transit',
        stale: false,
      }),
    );
    expect(lines).toEqual([
      expect.objectContaining({
        level: 'info',
        component: 'referrals',
        event: 'referral.accepted',
        stream: 'referral-018f4e2a-0000-7000-8000-00000000c0de',
        eventType: 'ReferralAccepted.v1',
        position: '12',
        durationMs: 3.5,
        actorId: 'lviv-transit',
        stale: false,
      }),
    ]);
  });

  it.each(secrets)('never shows %s, wherever it is put', (secret) => {
    class Odd extends Error {}
    const odd = Object.assign(new Odd(`value ${secret} is bad`, { cause: new TypeError(secret) }), {
      code: secret,
      name: secret,
      detail: secret,
    });
    const { text } = logged((logger) => {
      logger.error(secret);
      logger.error('bad.thing', { error: odd });
      logger.error('bad.thing', { error: secret });
      logger.error('bad.thing', { error: { name: secret, message: secret } });
      logger.warn('bad.thing', careless({ person: secret, input: { nested: [{ deep: secret }] } }));
      logger.warn('bad.thing', careless({ code: secret, stream: secret, reason: { code: secret } }));
      logger.warn(
        'bad.thing',
        careless({
          [secret]: 1,
          requestId: [secret],
          count: secret,
          size: Number(secret),
          command: secret,
          staffId: secret,
        }),
      );
      logger.warn(
        'bad.thing',
        careless({ stream: `household-${secret}`, toJSON: () => secret, level: secret }),
      );
      logger.child(careless({ who: secret, state: secret })).info('good.thing');
    });
    expect(text).not.toContain(secret);
  });

  it('tells which field was withheld and how many were unknown', () => {
    const { lines } = logged((logger) =>
      logger.info('a.b', careless({ state: 'Two Words', note: 'x', who: 'y' })),
    );
    expect(lines[0]).toMatchObject({ withheld: ['state'], dropped: 2 });
  });

  it('refuses inherited and special names', () => {
    const { lines } = logged((logger) =>
      logger.info('a.b', careless({ constructor: 'x', __proto__: { a: 1 } })),
    );
    expect(lines[0]).toMatchObject({ dropped: 1 });
  });

  it('reduces an error to class, code and place, keeping the message of a class marked safe', () => {
    class Conflict extends Error {
      static readonly [safeMessage] = true;
    }
    const failure = Object.assign(new RangeError('Олена'), { code: 'ER_RANGE' });
    const { lines } = logged((logger) => {
      logger.error('a.b', { error: failure });
      logger.error('a.b', { error: new Conflict('two owners', { cause: failure }) });
    });
    expect(lines[0]?.error).toEqual({
      name: 'RangeError',
      code: 'ER_RANGE',
      at: expect.stringMatching(/^src\/logger\.spec\.ts:\d+$/),
    });
    expect(lines[1]?.error).toMatchObject({
      name: 'Conflict',
      message: 'two owners',
      cause: { code: 'ER_RANGE' },
    });
  });

  it('is not fooled by a message that imitates a stack', () => {
    const { lines } = logged((logger) =>
      logger.error('a.b', { error: new Error('x\n    at y (/src/olena-kovalenko.ts:1:1)') }),
    );
    expect(JSON.stringify(lines)).not.toContain('olena');
  });
});
