import { describe, expect, it } from '@jest/globals';
import { rememberMembers } from './remembered-members.js';
import type { TokenClaims } from './token-verifier.js';
import type { Viewer } from './viewer.js';

const claims: TokenClaims = { issuer: 'https://login.example', subject: 'ann', expiresAt: new Date(0) };
const now = new Date('2026-03-01T12:00:00.000Z');
const later = (ms: number) => new Date(now.getTime() + ms);

/** Members as the rows have them, and how often the rows were asked. */
function scene(rows: (Viewer | Error | undefined)[]) {
  let tick = 0;
  let asked = 0;
  let written = 0;
  const members = rememberMembers(
    {
      async viewerOf() {
        const row = rows[Math.min(asked, rows.length - 1)];
        asked += 1;
        if (row instanceof Error) throw row;
        return row;
      },
    },
    () => written,
    () => tick,
  );
  return {
    members,
    asked: () => asked,
    changed: () => {
      written += 1;
    },
    passes: (ms: number) => {
      tick += ms;
    },
  };
}

const ann = { staffId: 'ann', actorId: 'maple' } as Viewer;
const annElsewhere = { staffId: 'ann', actorId: 'oak' } as Viewer;

describe('who asks', () => {
  it('is read once for several questions of a moment, of those that come together too', async () => {
    const { members, asked, passes } = scene([ann, annElsewhere]);
    const together = await Promise.all([members.viewerOf(claims, now), members.viewerOf(claims, now)]);
    passes(249);
    expect([...together, await members.viewerOf(claims, later(249))]).toEqual([ann, ann, ann]);
    expect(asked()).toBe(1);
  });

  it('is read again as soon as rows were written here, also while she was being read', async () => {
    const { members, changed } = scene([ann, annElsewhere, undefined]);
    await members.viewerOf(claims, now);
    changed();
    const reading = members.viewerOf(claims, now);
    changed();
    expect(await reading).toBe(annElsewhere);
    expect(await members.viewerOf(claims, now)).toBeUndefined();
  });

  it('is read again after a quarter of a second, whatever the clock says', async () => {
    const { members, passes } = scene([ann, annElsewhere]);
    await members.viewerOf(claims, now);
    passes(250);
    expect(await members.viewerOf(claims, now)).toBe(annElsewhere);
  });

  it.each([250, 86_400_000, -250])(
    'is read again where the clock has moved by %d ms: certifications end by it',
    async (ms) => {
      const { members } = scene([ann, annElsewhere]);
      await members.viewerOf(claims, now);
      expect(await members.viewerOf(claims, later(ms))).toBe(annElsewhere);
    },
  );

  it('can be asked anew, and is then known as that', async () => {
    const { members, asked } = scene([ann, undefined]);
    await members.viewerOf(claims, now);
    expect(await members.viewerAnew(claims, now)).toBeUndefined();
    expect(await members.viewerOf(claims, now)).toBeUndefined();
    expect(asked()).toBe(3);
  });

  it('is not remembered as nobody', async () => {
    const { members } = scene([undefined, ann]);
    expect(await members.viewerOf(claims, now)).toBeUndefined();
    expect(await members.viewerOf(claims, now)).toBe(ann);
  });

  it('is asked again where it could not be known', async () => {
    const { members } = scene([new Error('the database is away'), ann]);
    await expect(members.viewerOf(claims, now)).rejects.toThrow('away');
    expect(await members.viewerOf(claims, now)).toBe(ann);
  });

  it('is somebody else by another token', async () => {
    const { members, asked } = scene([ann]);
    await members.viewerOf(claims, now);
    await members.viewerOf({ ...claims }, now);
    expect(asked()).toBe(2);
  });
});
