/** What the demonstration looks like, all of it, to those who may look. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  demonstrationAround,
  demonstrationPassword,
  demonstrationStory,
  type Party,
  partyWith,
  tokenFor,
} from '@stezhka/local';
import type { ReferralsTables } from '@stezhka/referrals';
import { declineReasons, oblasts, pathways, roles, serviceCodes } from '@stezhka/vocabulary';

type SentReferral = ReferralsTables['referral'];

/** A network that holds it. */
export interface Demonstrated {
  readonly address: string;
  /** The senders' rows, nobody's excepted. */
  referrals(): Promise<readonly SentReferral[]>;
}

interface Listed {
  readonly kind: string;
  readonly country: string;
  readonly homeOblast: string | null;
  readonly dutyPhone: string;
  readonly services: readonly {
    readonly service: string;
    readonly oblasts: readonly string[];
    readonly pathways: readonly string[];
    readonly capacity: { readonly state: string };
  }[];
}

const listOfActors = `{ actors(first: 100) { items { kind country homeOblast dutyPhone services {
  service oblasts pathways capacity { state } } } } }`;

export async function signedIn(address: string, name: string): Promise<Party> {
  return partyWith(address, name, await tokenFor(address, name, demonstrationPassword), {});
}

/** Tests of what is there; `network` is asked once they run. */
export function holdsTheDemonstration(network: () => Demonstrated): void {
  let actors: readonly Listed[];
  let referrals: readonly SentReferral[];
  const as = (name: string) => signedIn(network().address, name);

  beforeAll(async () => {
    actors = (await (await as('pavlo')).ask(listOfActors)).data.actors.items;
    referrals = await network().referrals();
  });

  const of = <Key extends keyof SentReferral>(key: Key) =>
    new Set(referrals.map((referral) => referral[key]));

  describe('its organisations', () => {
    it('are thirty-four local ones, at home in each of the twenty-four oblasts and in Kyiv', () => {
      const local = actors.filter(({ kind }) => kind === 'ngo');
      expect(local).toHaveLength(34);
      const places = oblasts.codes.filter((code) => code !== 'UA-43' && code !== 'UA-40');
      expect([...new Set(local.map(({ homeOblast }) => homeOblast))].sort()).toEqual(places.sort());
    });

    it('were fully operational on the last day of August 2022: nineteen, all of them local', async () => {
      const ostap = await as('ostap');
      const { data } = await ostap.ask(
        '{ network(asOf: "2022-08-31T00:00:00Z") { actors fullyOperational } }',
      );
      expect(data.network).toEqual({ actors: 34, fullyOperational: 19 });
      const endOfDay = '{ network(asOf: "2022-08-31T23:59:59Z") { fullyOperational } }';
      expect((await ostap.ask(endOfDay)).data.network.fullyOperational).toBe(19);
    });

    it('work with authorities, a hotline, a medical centre and a partner abroad', () => {
      const others = actors.filter(({ kind }) => kind !== 'ngo');
      expect(new Set(others.map(({ kind }) => kind))).toEqual(
        new Set(['government', 'hotline', 'medical', 'partner_abroad']),
      );
      expect(others.map(({ country }) => country)).toContain('RO');
    });

    it('offer every service to somebody, and something in every oblast', () => {
      const offered = actors.flatMap(({ services }) => services);
      expect([...new Set(offered.map(({ service }) => service))].sort()).toEqual(
        [...serviceCodes.codes].sort(),
      );
      const covered = new Set(offered.flatMap((service) => service.oblasts));
      expect(covered.size).toBe(25);
    });

    it('have room, none, a queue, or have not said for too long; a certification has lapsed', () => {
      const offered = actors.flatMap(({ services }) => services);
      const said = new Set(offered.map(({ capacity }) => capacity.state));
      for (const state of [
        'capacity',
        'no-capacity',
        'waitlist',
        'additional-assessment-required',
        'unknown',
      ])
        expect(said).toContain(state);
      expect(offered.filter((service) => service.pathways.length === 0)).toHaveLength(1);
    });

    it('have somebody to sign in as for every role', async () => {
      const staff = [demonstrationStory, demonstrationAround].flatMap((part) =>
        part.actors.flatMap((actor) => actor.staff.filter(({ displayName }) => displayName)),
      );
      expect(new Set(staff.flatMap((one) => one.roles))).toEqual(new Set(roles.codes));
      for (const { name, roles: held, certifications = [] } of staff.filter(({ goodFor }) => goodFor)) {
        const { me } = (await (await as(name)).ask('{ me { roles certifications } }')).data;
        expect([...me.roles].sort()).toEqual([...held].sort());
        expect([...me.certifications].sort()).toEqual([...certifications].sort());
      }
    });
  });

  describe('its referrals', () => {
    it('stand in every state, on every pathway', () => {
      expect(referrals.length).toBeGreaterThan(60);
      for (const state of [
        'draft',
        'sent',
        'acknowledged',
        'accepted',
        'in_progress',
        'completed',
        'declined',
      ])
        expect(of('state')).toContain(state);
      expect(of('state')).toContain('withdrawn');
      expect(of('pathway')).toEqual(new Set(pathways.codes));
    });

    it('were declined for many reasons, answered by phone, withdrawn by the person, and met with silence', () => {
      const reasons = new Set(referrals.map((referral) => referral.decline_reason).filter(Boolean));
      expect(reasons.size).toBeGreaterThan(declineReasons.codes.length / 2);
      expect(of('unconfirmed_from')).toContain('sender');
      expect(of('sharing_ended')).toContain(true);
      const silent = referrals.filter(({ state, decide_by }) => state === 'sent' && decide_by! < new Date());
      expect(silent.length).toBeGreaterThan(3);
    });

    it('on a pathway are for those who are certified for it', async () => {
      const pathwaysOf = async (name: string) => {
        const { data } = await (await as(name)).ask('{ inbox { items { pathway } } }');
        return new Set(data.inbox.items.map((item: { pathway: string }) => item.pathway));
      };
      expect(await pathwaysOf('vasyl')).toEqual(new Set(['general', 'tip']));
      expect(await pathwaysOf('halyna')).toEqual(new Set(['cp']));
      expect(await pathwaysOf('daryna')).toEqual(new Set());
    });

    it('leave the story alone', async () => {
      const theNeed = '{ candidates(need: { service: "SHL.TRANSIT", oblast: "UA-46" }) { actor { name } } }';
      expect((await (await as('oksana')).ask(theNeed)).data.candidates).toHaveLength(2);
      const boxes = '{ inbox { items { id } } sentBox { items { id } } }';
      const { data: hers } = await (await as('oksana')).ask(boxes);
      expect([hers.inbox.items.length, hers.sentBox.items.length]).toEqual([0, 4]);
      expect((await (await as('marta')).ask(boxes)).data.inbox.items).toHaveLength(1);
      expect((await (await as('ostap')).ask(boxes)).data).toEqual({
        inbox: { items: [] },
        sentBox: { items: [] },
      });
    });
  });

  it('names nobody who could be rung up', () => {
    const phones = [demonstrationStory, demonstrationAround].flatMap(({ cases, actors: described }) => [
      ...described.map(({ dutyPhone }) => dutyPhone),
      ...cases.flatMap(({ members }) => members.flatMap(({ phone }) => phone ?? [])),
    ]);
    expect(phones.length).toBeGreaterThan(60);
    for (const phone of phones) expect(phone).toMatch(/^\+(380 \d\d|40 \d\d) 000 ?\d\d ?\d\d$/);
    expect(new Set(phones).size).toBe(phones.length);
  });
}
