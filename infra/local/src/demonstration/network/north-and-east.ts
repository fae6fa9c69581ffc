/** Where the front passed or stands: stopped, moved, begun again, and reaching only part of their own oblast. */
import { actor, called, full, gives, queue, room, sealed, stale, unsaid } from './rows.js';

export const northAndEast = [
  actor({
    key: 'bereh',
    ...called('initiative', 'Верболозовий берег', 'Verbolozovyi Bereh'),
    oblast: 'UA-74',
    dutyPhone: '+380 46 000 00 24',
    history: ['2022-03-01 suspended', '2022-04-12 partial', '2022-11-14 full', '2024-04-01 partial'],
    services: [gives('CM.GEN', room(3, 16)), gives('NFI.MAT', room(15, 60)), gives('MHP.PSS', unsaid)],
  }),
  actor({
    key: 'pidkova',
    ...called('fund', 'Срібна підкова', 'Sribna Pidkova'),
    oblast: 'UA-59',
    dutyPhone: '+380 54 000 00 25',
    history: [
      '2022-03-28 suspended',
      '2022-05-23 partial',
      '2023-02-06 full',
      '2024-08-12 UA-59 limited',
      '2024-08-12 partial',
    ],
    services: [
      gives('CM.GEN', full(20)),
      gives('TRN.SAFE', room(2, 5), { modality: 'in_person' }),
      gives('CSH.IPA', stale(8, 50)),
    ],
  }),
  actor({
    key: 'hora',
    ...called('centre', 'Крейдяна гора', 'Kreidiana Hora'),
    oblast: 'UA-63',
    dutyPhone: '+380 57 000 00 26',
    history: ['2022-03-05 partial', '2022-03-05 evacuated', '2022-10-24 home', '2022-10-24 UA-63 limited'],
    services: [
      gives('MHP.SPEC', room(3, 12), { oblasts: ['UA-63', 'UA-53'] }),
      gives('NFI.MAT', room(40, 120)),
      gives('LEG.DOC', full(10)),
    ],
  }),
  actor({
    key: 'chaika',
    ...called('centre', 'Мідна чайка', 'Midna Chaika'),
    oblast: 'UA-12',
    dutyPhone: '+380 56 000 00 27',
    history: ['2022-03-01 full'],
    certified: ['gbv', 'tip'],
    services: [
      sealed('CM.GBV', 'gbv', room(3, 14), { oblasts: ['UA-12', 'UA-23', 'UA-14'] }),
      sealed('SHL.CRISIS', 'gbv', full(4, 0), { modality: 'in_person' }),
      sealed('HLT.CMR', 'gbv', room(1, 2), { modality: 'in_person', oblasts: ['UA-12', 'UA-23'] }),
      gives('HLT.MED', room(6, 20), { modality: 'in_person' }),
      gives('SUP.ACC', room(3, 5), { oblasts: ['UA-12', 'UA-23'], modality: 'in_person' }),
    ],
  }),
  actor({
    key: 'kushch',
    ...called('house', 'Терновий кущ', 'Ternovyi Kushch'),
    oblast: 'UA-12',
    dutyPhone: '+380 56 000 00 28',
    history: ['2022-07-04 partial', '2023-01-09 full'],
    certified: ['cp'],
    services: [
      sealed('CM.CP', 'cp', queue(16), { oblasts: ['UA-12', 'UA-14', 'UA-23'] }),
      sealed('CPS.ALT', 'cp', room(2, 5), { modality: 'in_person' }),
      gives('SHL.HOUS', room(4, 12), { modality: 'in_person' }),
    ],
  }),
  actor({
    key: 'terykon',
    ...called('union', 'Блакитний терикон', 'Blakytnyi Terykon'),
    oblast: 'UA-14',
    dutyPhone: '+380 62 000 00 29',
    history: [
      '2022-03-01 partial',
      '2022-04-08 evacuated',
      '2022-04-08 UA-14 limited',
      '2022-05-20 UA-12 open',
      '2024-10-01 UA-14 none',
    ],
    services: [
      gives('CM.GEN', room(6, 26), { oblasts: ['UA-14', 'UA-12'], modality: 'remote' }),
      gives('TRN.SAFE', full(6), { oblasts: ['UA-14', 'UA-12'], modality: 'in_person' }),
    ],
  }),
  actor({
    key: 'yar',
    ...called('initiative', 'Сонячний яр', 'Soniachnyi Yar'),
    oblast: 'UA-09',
    dutyPhone: '+380 64 000 00 30',
    history: [
      '2022-03-01 suspended',
      '2022-03-06 evacuated',
      '2022-03-06 UA-09 none',
      '2022-06-20 partial',
      '2022-06-20 UA-53 open',
    ],
    services: [
      gives('CM.GEN', room(4, 15), { oblasts: ['UA-09', 'UA-53'], modality: 'remote' }),
      gives('MHP.PSS', room(9, 20), { oblasts: ['UA-09', 'UA-53', 'UA-12'], modality: 'remote' }),
    ],
  }),
  actor({
    key: 'maiaky',
    ...called('fund', 'Чотири маяки', 'Chotyry Maiaky'),
    oblast: 'UA-23',
    dutyPhone: '+380 61 000 00 31',
    history: ['2022-03-15 partial', '2022-03-20 UA-23 limited', '2023-05-01 full', '2025-01-13 partial'],
    services: [gives('CM.GEN', room(5, 24)), gives('CSH.IPA', room(12, 60)), gives('LIV.VOC', stale(3, 9))],
  }),
];
