/**
 * Whom the local organisations work with: an authority of each tier, the hotline, the one medical centre, a partner
 * in Romania. They joined after August 2022, when the network was local organisations alone.
 */
import { actor, assessed, gives, queue, room, sealed, signIn } from './rows.js';

export const beyondLocal = [
  actor({
    key: 'hromada',
    name: {
      uk: 'Соціальна служба Вигадівської громади',
      en: 'Social Service of Vyhadivka Hromada',
      ro: 'Serviciul social al comunității Vyhadivka',
    },
    kind: 'government',
    oblast: 'UA-68',
    dutyPhone: '+380 38 000 00 35',
    history: ['2022-10-17 full'],
    services: [gives('NFI.MAT', room(20, 40)), gives('LEG.DOC', room(8, 20)), gives('SUP.ACC', room(1, 3))],
  }),
  actor({
    key: 'oblasna',
    name: {
      uk: 'Обласна соціальна служба (показова)',
      en: 'Oblast Social Services (demonstration)',
      ro: 'Serviciile sociale regionale (demonstrativ)',
    },
    kind: 'government',
    oblast: 'UA-05',
    dutyPhone: '+380 43 000 00 36',
    history: ['2022-11-07 full'],
    certified: ['gbv'],
    services: [
      sealed('SHL.DV', 'gbv', room(4, 20), { modality: 'in_person', admissionDocument: true }),
      gives('CSH.IPA', room(30, 200)),
    ],
  }),
  actor({
    key: 'dity',
    name: {
      uk: 'Служба у справах дітей (показова)',
      en: 'Children’s Service (demonstration)',
      ro: 'Serviciul pentru copii (demonstrativ)',
    },
    kind: 'government',
    oblast: 'UA-53',
    dutyPhone: '+380 53 000 00 37',
    history: ['2023-01-23 full'],
    certified: ['cp'],
    services: [
      sealed('CPS.ALT', 'cp', room(3, 8), { oblasts: ['UA-53', 'UA-59', 'UA-63'], modality: 'in_person' }),
      sealed('CPS.FTR', 'cp', room(5, 10), { oblasts: ['UA-53', 'UA-59', 'UA-63'] }),
    ],
    staff: [
      signIn(
        'halyna',
        'Галина Дбайливець',
        ['authority_official', 'intake_officer'],
        'the Children’s Service, which receives on the pathway for child protection',
        ['cp'],
      ),
    ],
  }),
  actor({
    key: 'natsionalna',
    name: {
      uk: 'Національна соціальна служба (показова)',
      en: 'National Social Service (demonstration)',
      ro: 'Serviciul Social Național (demonstrativ)',
    },
    kind: 'government',
    oblast: 'UA-30',
    dutyPhone: '+380 44 000 00 38',
    history: ['2023-02-13 full'],
    certified: ['tip'],
    services: [
      sealed('LEG.VOT', 'tip', room(10, 20), { oblasts: ['UA-30', 'UA-32', 'UA-51', 'UA-77', 'UA-46'] }),
    ],
    staff: [
      signIn(
        'valentyn',
        'Валентин Печаткін',
        ['authority_official'],
        'an authority, to whom no referral is shown',
      ),
    ],
  }),
  actor({
    key: 'liniia',
    name: {
      uk: 'Гаряча лінія 527 (показова)',
      en: 'Hotline 527 (demonstration)',
      ro: 'Linia telefonică 527 (demonstrativ)',
    },
    kind: 'hotline',
    oblast: 'UA-30',
    dutyPhone: '+380 44 000 00 39',
    history: ['2022-12-05 full'],
    certified: ['gbv', 'tip'],
    languages: ['uk', 'ru', 'en', 'ro'],
    services: [
      gives('INF.HOT', room(6, 6), {
        modality: 'remote',
        oblasts: ['UA-30', 'UA-32', 'UA-46', 'UA-51', 'UA-63', 'UA-12', 'UA-09', 'UA-65'],
      }),
    ],
    staff: [
      signIn('yuliia', 'Юлія Дзвінкова', ['hotline_operator'], 'calls that become referrals', ['gbv', 'tip']),
    ],
  }),
  actor({
    key: 'likarnia',
    name: {
      uk: 'Медичний реабілітаційний центр (показовий)',
      en: 'Medical Rehabilitation Centre (demonstration)',
      ro: 'Centrul de reabilitare medicală (demonstrativ)',
    },
    kind: 'medical',
    oblast: 'UA-30',
    dutyPhone: '+380 44 000 00 40',
    history: ['2022-12-12 full'],
    certified: ['tip', 'gbv'],
    services: [
      gives('HLT.REHAB', queue(24), {
        pathways: ['general', 'tip', 'gbv'],
        oblasts: ['UA-30', 'UA-32', 'UA-46', 'UA-51', 'UA-12', 'UA-63', 'UA-77', 'UA-05'],
        modality: 'in_person',
        neededClasses: ['C1', 'C2'],
        intakeQuestions: ['mobility_limits', 'regular_medicine', 'infection_precautions', 'pregnancy'],
      }),
      gives('HLT.MED', room(8, 30), { modality: 'in_person' }),
    ],
    staff: [
      signIn(
        'olha',
        'Ольга Подорожник',
        ['intake_officer', 'duty_officer'],
        'the medical centre with its waiting list',
        ['tip', 'gbv'],
      ),
    ],
  }),
  actor({
    key: 'poarta',
    name: {
      uk: 'Асоціація «Блакитна брама», Румунія',
      en: 'Poarta Albastră Association, Romania',
      ro: 'Asociația Poarta Albastră, România',
    },
    kind: 'partner_abroad',
    country: 'RO',
    dutyPhone: '+40 21 000 0041',
    history: ['2023-03-06 full'],
    certified: ['tip', 'cp'],
    languages: ['ro', 'uk', 'en'],
    services: [
      gives('XBR.CASE', room(5, 12), { pathways: ['general', 'tip', 'cp'], neededClasses: ['C1', 'C2'] }),
      gives('LEG.TPD', room(10, 25)),
      sealed('SHL.TIP', 'tip', assessed(8), { modality: 'in_person' }),
    ],
    staff: [
      signIn('stefan', 'Штефан Плопяну', ['intake_officer', 'caseworker'], 'the partner in Romania', [
        'tip',
        'cp',
      ]),
    ],
  }),
];
