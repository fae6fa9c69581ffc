import { describe, it } from '@jest/globals';
import type { Pathway } from '@stezhka/vocabulary';
import {
  actorId,
  admitted,
  april,
  certified,
  ended,
  given,
  march,
  may,
  now,
  offered,
  revoked,
  room,
  serviceId,
  terms,
  tomorrow,
} from '../../testing/actor-story.js';
import type { ActorCommand } from './commands.js';
import type { ActorEvent } from './events.js';

describe('offering a service', () => {
  const offer: ActorCommand = { type: 'OfferService', ...terms, effectiveAt: march };
  it('puts it into the directory', () => given(admitted).when(offer, undefined).gives(offered));
  it('ends somewhere', () => {
    const many = Array.from({ length: 200 }, (_, n): ActorEvent => {
      const data = { actorId, serviceId: `s${n}`, ...terms, effectiveAt: march };
      return { type: 'ServiceOffered.v1', data };
    });
    given(admitted, ...many)
      .when(offer, undefined)
      .refuses('TOO_LARGE');
  });
  it('needs a pathway and, in Ukraine, an area', () => {
    given(admitted)
      .when({ ...offer, pathways: [] }, undefined)
      .refuses('INVALID_INPUT');
    given(admitted)
      .when({ ...offer, oblasts: [] }, undefined)
      .refuses('INVALID_INPUT');
  });
  it('needs a certification for an isolated pathway', () => {
    const onGbv = { ...offer, pathways: ['gbv' as const] };
    given(admitted).when(onGbv, undefined).refuses('NOT_CERTIFIED', ['general']);
    given(admitted, certified(march), revoked).when(onGbv, undefined).refuses('NOT_CERTIFIED');
    given(admitted, certified(march, may)).when(onGbv, undefined).refuses('NOT_CERTIFIED');
    given(admitted, certified(march))
      .when({ ...onGbv, pathways: ['tip'] }, undefined)
      .refuses('NOT_CERTIFIED', ['general', 'gbv']);
    given(admitted, certified(march))
      .when(onGbv, undefined)
      .gives({
        type: 'ServiceOffered.v1',
        data: { actorId, serviceId, ...terms, pathways: ['gbv'], effectiveAt: march },
      });
  });
});

describe('changing terms', () => {
  const change: ActorCommand = {
    type: 'ChangeServiceTerms',
    serviceId,
    ...terms,
    languages: ['uk', 'ro'],
    effectiveAt: april,
  };
  it('repeats all of them', () =>
    given(admitted, offered)
      .when(change, undefined)
      .gives({
        type: 'ServiceTermsChanged.v1',
        data: { actorId, serviceId, ...terms, languages: ['uk', 'ro'], effectiveAt: april },
      }));
  it('is no news when nothing differs', () =>
    given(admitted, offered)
      .when({ ...change, languages: ['uk'] }, undefined)
      .staysQuiet());
  it('does not precede the terms it changes', () =>
    given({ ...admitted, data: { ...admitted.data, effectiveAt: march } } as ActorEvent, {
      type: 'ServiceOffered.v1',
      data: { actorId, serviceId, ...terms, effectiveAt: may },
    })
      .when(change, undefined)
      .refuses('OCCURRED_BEFORE'));
  it('needs a service that is offered', () => {
    given(admitted).when(change, undefined).refuses('NOT_FOUND');
    given(admitted)
      .when({ ...change, serviceId: 'constructor' }, undefined)
      .refuses('NOT_FOUND');
    given(admitted, offered, ended).when(change, undefined).refuses('ILLEGAL_TRANSITION', ['OfferService']);
  });
});

describe('ending a service', () => {
  const end: ActorCommand = { type: 'EndService', serviceId, effectiveAt: april };
  it('takes it out of the directory', () => given(admitted, offered).when(end, undefined).gives(ended));
  it('happens once', () => given(admitted, offered, ended).when(end, undefined).staysQuiet());
  it('needs a service', () => given(admitted).when(end, undefined).refuses('NOT_FOUND'));
});

describe('reporting capacity', () => {
  const report: ActorCommand = {
    type: 'ReportCapacity',
    serviceId,
    capacity: 'capacity',
    available: 4,
    maximum: 18,
    occurredAt: april,
  };
  const four = { capacity: 'capacity', available: 4, maximum: 18 } as const;
  it('is recorded', () =>
    given(admitted, offered)
      .when(report, undefined)
      .gives(room({ ...four, occurredAt: april })));
  it('is of the moment at which it is told, unless another one is named', () => {
    const { occurredAt: _, ...undated } = report;
    given(admitted, offered, room({ ...four, occurredAt: april }))
      .when(undated as ActorCommand, undefined)
      .gives(room({ ...four, occurredAt: now.toISOString() }));
  });
  it('confirms what was so when it is told again for a later moment', () =>
    given(admitted, offered, room({ ...four, occurredAt: march }))
      .when(report, undefined)
      .gives(room({ ...four, occurredAt: april })));
  it('is refused to whoever has not seen what was said last', () => {
    const last = room({ ...four, available: 3, occurredAt: april });
    const later = { ...report, occurredAt: may };
    given(admitted, offered, last)
      .when({ ...later, seenAt: march }, undefined)
      .refuses('STALE_REVISION');
    given(admitted, offered, last)
      .when({ ...later, seenAt: april }, undefined)
      .gives(room({ ...four, occurredAt: may }));
    given(admitted, offered)
      .when({ ...later, seenAt: march }, undefined)
      .gives(room({ ...four, occurredAt: may }));
  });
  it('is no news twice for one moment', () =>
    given(admitted, offered, room({ ...four, occurredAt: april }))
      .when(report, undefined)
      .staysQuiet());
  it('does not contradict itself', () => {
    const wrong = [{ available: 19 }, { available: 0 }, { capacity: 'no-capacity' as const, available: 1 }];
    for (const fields of wrong)
      given(admitted, offered)
        .when({ ...report, ...fields }, undefined)
        .refuses('INVALID_INPUT');
  });
  it('needs a service that is offered', () => {
    given(admitted).when(report, undefined).refuses('NOT_FOUND');
    given(admitted, offered, ended).when(report, undefined).refuses('ILLEGAL_TRANSITION');
  });
  it('never lies ahead', () =>
    given(admitted, offered)
      .when({ ...report, occurredAt: tomorrow }, undefined)
      .refuses('OCCURRED_IN_FUTURE'));
});

describe('a decline because all is full', () => {
  const mark = { type: 'MarkServiceFull', serviceId, pathway: 'general', occurredAt: april } as const;
  const onGbv = { ...mark, pathway: 'gbv' } as const;
  const offeredOn = (...pathways: Pathway[]): ActorEvent => ({
    type: 'ServiceOffered.v1',
    data: { actorId, serviceId, ...terms, pathways, effectiveAt: march },
  });
  it('marks the service', () =>
    given(admitted, offered)
      .when(mark, undefined)
      .gives(room({ capacity: 'no-capacity', available: 0, occurredAt: april })));
  it('keeps how many places there are in all', () =>
    given(admitted, offered, room({ capacity: 'capacity', available: 2, maximum: 18, occurredAt: march }))
      .when(mark, undefined)
      .gives(room({ capacity: 'no-capacity', available: 0, maximum: 18, occurredAt: april })));
  it('says nothing against a newer report', () =>
    given(admitted, offered, room({ capacity: 'capacity', occurredAt: may }))
      .when(mark, undefined)
      .staysQuiet());
  it('on an isolated pathway says nothing of a service that everybody knows of', () => {
    given(admitted, offeredOn('general', 'gbv')).when(onGbv, undefined).staysQuiet();
    given(admitted, offered).when(onGbv, undefined).staysQuiet();
  });
  it('on an isolated pathway marks a service that is given on such pathways alone', () => {
    for (const pathways of [['gbv'], ['gbv', 'tip']] as Pathway[][])
      given(admitted, offeredOn(...pathways))
        .when(onGbv, undefined)
        .gives(room({ capacity: 'no-capacity', available: 0, occurredAt: april }));
  });
  it('says nothing about what is not offered', () => {
    given().when(mark, undefined).staysQuiet();
    given(admitted).when(mark, undefined).staysQuiet();
    given(admitted, offered, ended).when(mark, undefined).staysQuiet();
  });
});

describe('an acceptance', () => {
  const take = { type: 'TakePlace', serviceId, pathway: 'general', occurredAt: april } as const;
  const rooms = (available: number) =>
    room({ capacity: available > 0 ? 'capacity' : 'no-capacity', available, maximum: 18, occurredAt: march });
  const left = (available: number, capacity: 'capacity' | 'no-capacity') =>
    room({ capacity, available, maximum: 18, occurredAt: april });

  it('takes one place', () =>
    given(admitted, offered, rooms(4)).when(take, undefined).gives(left(3, 'capacity')));
  it('takes the last one', () =>
    given(admitted, offered, rooms(1)).when(take, undefined).gives(left(0, 'no-capacity')));
  it('takes none where there is none, and where none are counted', () => {
    given(admitted, offered, rooms(0)).when(take, undefined).staysQuiet();
    given(admitted, offered).when(take, undefined).staysQuiet();
    given(admitted, offered, room({ capacity: 'capacity', occurredAt: march }))
      .when(take, undefined)
      .staysQuiet();
  });
  it('says nothing against a newer report', () =>
    given(admitted, offered, room({ capacity: 'capacity', available: 2, occurredAt: may }))
      .when(take, undefined)
      .staysQuiet());
  it('on an isolated pathway says nothing of a service that everybody knows of', () =>
    given(admitted, offered, rooms(4))
      .when({ ...take, pathway: 'gbv' }, undefined)
      .staysQuiet());
});
