/** The pathways that only certified actors see. Few words, labels for names: such is how it is written. */
import { at, boy, girl, quietly, somebody, woman } from './people.js';
import { way } from './ways.js';

const safely = (last: string) => ({ ...at(last), ...quietly });

export const isolated = [
  way(
    'gbv-draft',
    'urgent',
    {
      ...{ from: 'lis', to: 'strumok SHL.DV', ago: 1 },
      who: [somebody('О.', 29, safely('06 01'))],
      need: 'Безпечне місце в іншій області.',
    },
    { unsent: true },
  ),
  way('gbv-clinic', 'emergency', {
    ...{ from: 'liniia', to: 'chaika HLT.CMR', ago: 3 },
    who: [somebody('Т.', 26, safely('06 02'))],
    need: 'Потрібен лікар зараз.',
    became: ['acknowledge', 'accept', 'complete service_provided'],
  }),
  way('gbv-crisis', 'emergency', {
    ...{ from: 'chaika', to: 'lis SHL.CRISIS', ago: 1 },
    who: [somebody('Н.', 38, safely('06 03')), girl('дівчинка, 4 роки', 4)],
    need: 'Кімната на кілька ночей для двох.',
    answers: { children_present: 'yes', perpetrator_same_oblast: 'no' },
    became: ['acknowledge', 'accept', 'start'],
  }),
  way('gbv-shelter', 'urgent', {
    ...{ from: 'pidizd', to: 'dzvin SHL.DV', ago: 5 },
    who: [somebody('В.', 45, safely('06 04'))],
    need: 'Притулок на два місяці.',
    answers: { perpetrator_in_uniform: 'by_phone', phone_tracked: 'unknown' },
    became: ['acknowledge', 'decline safety_of_person'],
  }),
  way('gbv-silent', 'urgent', {
    ...{ from: 'dzvin', to: 'lyman CM.GBV', ago: 5 },
    who: [somebody('К.', 19, safely('06 05'))],
    need: 'Супровід після переїзду.',
  }),
  way(
    'gbv-court',
    'normal',
    {
      ...{ from: 'strumok', to: 'pahorb LEG.CRIM', ago: 17 },
      who: [somebody('Р.', 52, safely('06 06'))],
      need: 'Супровід на допитах.',
      became: ['acknowledge', 'accept', 'start'],
    },
    { pathway: 'gbv' },
  ),
  way('gbv-back', 'normal', {
    ...{ from: 'oblasna', to: 'strumok CM.GBV', ago: 8 },
    who: [somebody('М.', 33, safely('06 07'))],
    need: 'Консультація фахівчині.',
    became: ['accept', 'take back'],
  }),
  way('tip-returned', 'urgent', {
    ...{ from: 'poarta', to: 'kladka CM.TIP', ago: 6 },
    who: [somebody('чоловік з будівництва', 31, safely('06 08'))],
    need: 'Повернення додому, папери затримано роботодавцем.',
    answers: { interpreter_needed: 'no' },
    became: ['acknowledge', 'accept', 'start'],
  }),
  way('tip-house', 'emergency', {
    ...{ from: 'lyman', to: 'pidizd SHL.TIP', ago: 2 },
    who: [somebody('двоє братів, старший', 27, safely('06 09')), boy('молодший, 17 років', 17)],
    need: 'Безпечне житло для двох, які виїхали з ферми.',
    answers: { phone_tracked: 'yes', acute_crisis: 'no' },
    became: ['decline no_capacity for_all'],
  }),
  way(
    'tip-status',
    'normal',
    {
      ...{ from: 'kladka', to: 'natsionalna LEG.VOT', ago: 24 },
      who: [somebody('водій', 44, safely('06 10'))],
      need: 'Заява про встановлення статусу.',
      became: ['acknowledge', 'accept'],
    },
    { oblast: 'UA-77' },
  ),
  way(
    'tip-rehab',
    'normal',
    {
      ...{ from: 'polonyna', to: 'likarnia HLT.REHAB', ago: 9 },
      who: [somebody('жінка, хвора спина', 36, safely('06 11'))],
      need: 'Стаціонарне лікування після тяжкої роботи.',
      answers: { mobility_limits: 'yes', regular_medicine: 'yes' },
      became: ['acknowledge'],
    },
    { pathway: 'tip', oblast: 'UA-46' },
  ),
  way('tip-silent', 'urgent', {
    ...{ from: 'pidizd', to: 'lyman SHL.TIP', ago: 4 },
    who: [somebody('хлопець із кур’єрів', 18, safely('06 12'))],
    need: 'Місце після виходу з квартири, де тримали.',
  }),
  way('tip-done', 'normal', {
    ...{ from: 'chaika', to: 'polonyna CM.TIP', ago: 45 },
    who: [somebody('жінка, 60 років', 60, safely('06 13'))],
    need: 'Ведення випадку після повернення.',
    became: ['acknowledge', 'accept', 'start', 'complete service_provided'],
  }),
  way(
    'tip-phoned',
    'urgent',
    {
      ...{ from: 'likarnia', to: 'lyman CM.TIP', ago: 1 },
      who: [somebody('пацієнт', 40, safely('06 14'))],
      need: 'Після виписки потрібен супровід на півдні.',
      became: ['heard accept'],
    },
    { oblast: 'UA-65' },
  ),
  way(
    'cp-alone',
    'emergency',
    {
      ...{ from: 'dzhmeli', to: 'dity CPS.ALT', ago: 1 },
      who: [boy('хлопець, 9 років', 9), girl('сестра, 6 років', 6)],
      need: 'Двоє дітей без дорослого, тимчасова родина.',
      became: ['acknowledge', 'accept'],
    },
    { form: 'caregiver_with_assent' },
  ),
  way(
    'cp-search',
    'urgent',
    {
      ...{ from: 'kushch', to: 'dity CPS.FTR', ago: 4 },
      who: [girl('дівчина, 15 років', 15)],
      need: 'Розшук батька, востаннє на зв’язку в березні.',
      became: ['acknowledge'],
    },
    { form: 'caregiver_with_assent' },
  ),
  way(
    'cp-case',
    'normal',
    {
      ...{ from: 'dity', to: 'zhuravel CM.CP', ago: 22 },
      who: [boy('хлопець, 12 років', 12)],
      need: 'Ведення випадку після повернення з-за кордону.',
      became: ['acknowledge', 'accept', 'start', 'complete referred_onward'],
    },
    { form: 'caregiver_with_assent' },
  ),
  way(
    'cp-abroad',
    'urgent',
    {
      ...{ from: 'kladka', to: 'poarta XBR.CASE', ago: 3 },
      who: [girl('дівчина, 16 років', 16)],
      need: 'Дівчина їде до матері до Румунії, зустріти на кордоні.',
      became: ['acknowledge', 'accept'],
    },
    { pathway: 'cp', oblast: 'UA-77', form: 'caregiver_with_assent' },
  ),
  way(
    'cp-silent',
    'urgent',
    {
      ...{ from: 'zhuravel', to: 'kushch CM.CP', ago: 5 },
      who: [boy('хлопець, 14 років', 14), woman('Марта Опікунська', 58, at('06 15'))],
      need: 'Хлопець із бабусею, пропускає школу.',
    },
    { form: 'caregiver_with_assent' },
  ),
];
