/** The centre with Kyiv: interrupted in spring 2022, then home to what there is only once. */
import { actor, called, full, gives, queue, room, sealed, signIn, stale, unsaid } from './rows.js';

export const centre = [
  actor({
    key: 'dzhmeli',
    ...called('centre', 'Сім джмелів', 'Sim Dzhmeliv'),
    oblast: 'UA-05',
    dutyPhone: '+380 43 000 00 16',
    history: ['2022-03-01 full'],
    certified: ['cp'],
    services: [
      sealed('CM.CP', 'cp', room(5, 18)),
      gives('CM.GEN', room(8, 30)),
      gives('MHP.PSS', room(6, 20)),
      gives('NFI.MAT', room(30, 100)),
    ],
    staff: [
      signIn('inna', 'Інна Польовичанка', ['caseworker', 'supervisor'], 'the pathway for child protection', [
        'cp',
      ]),
    ],
  }),
  actor({
    key: 'mist',
    ...called('fund', 'Горобиновий міст', 'Horobynovyi Mist'),
    oblast: 'UA-18',
    dutyPhone: '+380 41 000 00 17',
    history: ['2022-04-18 partial', '2023-03-01 full'],
    services: [gives('CM.GEN', stale(5, 20)), gives('CSH.IPA', room(10, 40)), gives('LEG.DOC', room(3, 12))],
  }),
  actor({
    key: 'pidizd',
    ...called('centre', 'Зелений під’їзд', 'Zelenyi Pidizd'),
    oblast: 'UA-30',
    dutyPhone: '+380 44 000 00 18',
    history: ['2022-03-01 partial', '2022-05-09 full'],
    certified: ['gbv', 'tip'],
    services: [
      sealed('CM.TIP', 'tip', room(2, 10), { oblasts: ['UA-30', 'UA-32'] }),
      sealed('SHL.TIP', 'tip', full(6), {
        modality: 'in_person',
        oblasts: ['UA-30', 'UA-32', 'UA-18', 'UA-74'],
        intakeQuestions: ['children_present', 'regular_medicine', 'phone_tracked', 'acute_crisis'],
      }),
      sealed('HLT.CMR', 'gbv', room(1, 2), { modality: 'in_person' }),
      gives('LIV.EMPSCR', room(20, 50), {
        modality: 'remote',
        oblasts: ['UA-30', 'UA-32', 'UA-46', 'UA-51'],
      }),
    ],
    staff: [
      signIn(
        'daryna',
        'Дарина Вітровська',
        ['cluster_coordinator'],
        'who works where and with how much room; nobody’s referrals',
      ),
    ],
  }),
  actor({
    key: 'zhuravel',
    ...called('house', 'Паперовий журавель', 'Paperovyi Zhuravel'),
    oblast: 'UA-30',
    dutyPhone: '+380 44 000 00 19',
    history: ['2022-03-21 partial', '2022-06-01 full'],
    certified: ['cp'],
    services: [
      sealed('CM.CP', 'cp', room(3, 14), { oblasts: ['UA-30', 'UA-32', 'UA-18'] }),
      gives('CPS.FTR', room(4, 9), { pathways: ['general', 'cp'], oblasts: ['UA-30', 'UA-32', 'UA-63'] }),
      gives('MHP.SPEC', queue(10), { oblasts: ['UA-30', 'UA-32'] }),
    ],
  }),
  actor({
    key: 'hrusha',
    ...called('initiative', 'Стара груша', 'Stara Hrusha'),
    oblast: 'UA-32',
    dutyPhone: '+380 45 000 00 20',
    history: [
      '2022-03-01 suspended',
      '2022-03-01 evacuated',
      '2022-05-10 home',
      '2022-05-10 partial',
      '2022-10-03 full',
    ],
    services: [
      gives('CM.GEN', room(4, 22)),
      gives('SHL.HOUS', room(2, 9), { modality: 'in_person' }),
      gives('LIV.VOC', unsaid),
    ],
  }),
  actor({
    key: 'riky',
    ...called('union', 'Дві ріки', 'Dvi Riky'),
    oblast: 'UA-71',
    dutyPhone: '+380 47 000 00 21',
    history: ['2022-03-14 full'],
    lapsed: ['gbv'],
    services: [
      gives('CM.GEN', room(10, 28)),
      sealed('CM.GBV', 'gbv', room(3, 8)),
      gives('LIV.VOC', room(7, 15)),
      gives('LIV.INC', room(2, 6)),
    ],
  }),
  actor({
    key: 'vitriak',
    ...called('fund', 'Степовий вітряк', 'Stepovyi Vitriak'),
    oblast: 'UA-35',
    dutyPhone: '+380 52 000 00 22',
    history: ['2022-05-02 partial', '2022-09-05 full'],
    services: [gives('CM.GEN', room(6, 20)), gives('CSH.IPA', queue(40)), gives('LIV.JOB', room(5, 15))],
  }),
  actor({
    key: 'dzvin',
    ...called('centre', 'Малиновий дзвін', 'Malynovyi Dzvin'),
    oblast: 'UA-53',
    dutyPhone: '+380 53 000 00 23',
    history: ['2022-03-09 full'],
    certified: ['gbv'],
    services: [
      sealed('CM.GBV', 'gbv', room(2, 10)),
      sealed('SHL.DV', 'gbv', room(3, 11), {
        modality: 'in_person',
        oblasts: ['UA-53', 'UA-59', 'UA-63'],
        intakeQuestions: ['children_present', 'mobility_limits', 'perpetrator_same_oblast'],
        admissionDocument: true,
      }),
      gives('CM.GEN', room(5, 18)),
      gives('HLT.MED', stale(2, 6)),
    ],
  }),
];
