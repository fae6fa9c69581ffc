/** The south: Odesa with its border to Romania, and the oblasts on the river, one of them suspended for long. */
import { actor, assessed, called, gives, queue, room, sealed, stale } from './rows.js';

export const south = [
  actor({
    key: 'lyman',
    ...called('centre', 'Рожевий лиман', 'Rozhevyi Lyman'),
    oblast: 'UA-51',
    dutyPhone: '+380 48 000 00 32',
    history: ['2022-03-01 full'],
    certified: ['tip', 'gbv'],
    languages: ['uk', 'ru', 'ro', 'bg'],
    services: [
      sealed('CM.TIP', 'tip', room(4, 12), { oblasts: ['UA-51', 'UA-48', 'UA-65'] }),
      sealed('SHL.TIP', 'tip', room(2, 7), { modality: 'in_person', admissionDocument: true }),
      sealed('CM.GBV', 'gbv', queue(9)),
      gives('LEG.AID', room(5, 18), { oblasts: ['UA-51', 'UA-48', 'UA-65'] }),
      gives('LIV.EMPSCR', room(15, 30), { modality: 'remote' }),
    ],
  }),
  actor({
    key: 'yakir',
    ...called('fund', 'Білий якір', 'Bilyi Yakir'),
    oblast: 'UA-48',
    dutyPhone: '+380 51 000 00 33',
    history: ['2022-04-25 partial', '2022-04-25 UA-48 limited', '2022-11-21 UA-48 open', '2023-04-03 full'],
    services: [
      gives('CM.GEN', room(7, 24)),
      gives('SHL.HOUS', assessed(16), { modality: 'in_person' }),
      gives('NFI.MAT', stale(25, 90)),
    ],
  }),
  actor({
    key: 'prychal',
    ...called('initiative', 'Кавуновий причал', 'Kavunovyi Prychal'),
    oblast: 'UA-65',
    dutyPhone: '+380 55 000 00 34',
    history: [
      '2022-03-01 suspended',
      '2022-03-16 evacuated',
      '2022-03-16 UA-65 none',
      '2022-11-28 partial',
      '2022-11-28 UA-65 limited',
      '2023-02-20 home',
    ],
    services: [
      gives('CM.GEN', room(3, 14)),
      gives('MHP.PSS', room(5, 12), { modality: 'remote', oblasts: ['UA-65', 'UA-48'] }),
    ],
  }),
];
