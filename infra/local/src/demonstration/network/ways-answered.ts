/** What somebody said yes to: accepted, some of it by phone, begun, and brought to an end. */
import { at, boy, girl, man, quietly, somebody, woman } from './people.js';
import { way } from './ways.js';

export const answered = [
  way(
    'yes-legal',
    'normal',
    {
      ...{ from: 'kamin', to: 'pahorb LEG.AID', ago: 7 },
      who: [woman('Софія Вимишлена', 33, at('04 01'))],
      need: 'Поновлення на роботі після декрету.',
      became: ['acknowledge', 'accept'],
    },
    { oblast: 'UA-07' },
  ),
  way(
    'yes-transport',
    'urgent',
    {
      ...{ from: 'strumok', to: 'polonyna TRN.SAFE', ago: 3 },
      who: [woman('Дарія Уявна', 26, at('04 02')), boy('немовля', 0)],
      need: 'Доїхати з дитиною до родичів в Ужгороді.',
      answers: { children_present: 'yes', arrives_within_24h: 'no' },
      became: ['accept'],
    },
    { oblast: 'UA-26' },
  ),
  way('yes-heard', 'urgent', {
    ...{ from: 'yar', to: 'chaika HLT.MED', ago: 1 },
    who: [man('Клим Непевний', 58, at('04 03'))],
    need: 'Закінчився інсулін, потрібен ендокринолог.',
    answers: { regular_medicine: 'yes' },
    became: ['heard accept'],
  }),
  way('yes-heard-confirmed', 'urgent', {
    ...{ from: 'terykon', to: 'chaika SUP.ACC', ago: 4 },
    who: [woman('Ніна Загадана', 68, at('04 04'))],
    need: 'Супровід до лікарні на обстеження.',
    became: ['heard accept', 'confirm'],
  }),
  way('yes-heard-late', 'normal', {
    ...{ from: 'pidkova', to: 'dzvin HLT.MED', ago: 9 },
    who: [man('Мирон Примарний', 49)],
    need: 'Рентген після травми на будові.',
    became: ['heard accept'],
  }),
  way('yes-interpreter', 'normal', {
    ...{ from: 'polonyna', to: 'smereky SUP.INT', ago: 5 },
    who: [somebody('жінка з Берегова', 54, at('04 05'))],
    need: 'Переклад з угорської на розмову в управлінні.',
    answers: { interpreter_needed: 'yes' },
    became: ['accept'],
  }),
  way('going-cash', 'normal', {
    ...{ from: 'shliakh', to: 'oblasna CSH.IPA', ago: 15 },
    who: [
      woman('Тамара Приснилась', 47, at('04 06')),
      boy('син, 11 років', 11),
      girl('донька, 15 років', 15),
    ],
    need: 'Допомога на три місяці, поки шукають роботу.',
    answers: { children_present: 'yes' },
    became: ['acknowledge', 'accept', 'start'],
  }),
  way('going-mind', 'urgent', {
    ...{ from: 'hromada', to: 'dzhmeli MHP.PSS', ago: 6 },
    who: [man('Гордій Недійсний', 31, at('04 07'))],
    need: 'Повернувся зі служби, не спить, просить розмови.',
    became: ['acknowledge', 'accept', 'start'],
  }),
  way(
    'going-specialist',
    'normal',
    {
      ...{ from: 'dzvin', to: 'hora MHP.SPEC', ago: 12 },
      who: [boy('підліток, 17 років', 17)],
      need: 'Заїкання після обстрілу, мати погодилася разом із ним.',
      became: ['accept', 'start'],
    },
    { form: 'caregiver_with_assent' },
  ),
  way('going-crossing', 'urgent', {
    ...{ from: 'lis', to: 'kladka XBR.CASE', ago: 4 },
    who: [woman('Валерія Марево', 36, at('04 08')), girl('донька, 5 років', 5)],
    need: 'Їдуть до Румунії до брата; потрібен супровід через кордон.',
    answers: { children_present: 'yes' },
    became: ['acknowledge', 'accept', 'start'],
  }),
  way('going-rehab', 'normal', {
    ...{ from: 'zhuravel', to: 'likarnia HLT.REHAB', ago: 28 },
    who: [woman('Уляна Фантазія', 39, at('04 09'))],
    need: 'Відновлення після операції на коліні.',
    answers: { mobility_limits: 'yes', regular_medicine: 'no' },
    became: ['acknowledge', 'accept', 'start'],
  }),
  way('done-papers', 'normal', {
    ...{ from: 'smereky', to: 'hai LEG.DOC', ago: 26 },
    who: [man('Лук’ян Безіменний', 70, at('04 10'))],
    need: 'Поновлення паспорта та довідки переселенця.',
    became: ['acknowledge', 'accept', 'start', 'complete service_provided'],
  }),
  way('done-blankets', 'urgent', {
    ...{ from: 'prychal', to: 'yakir NFI.MAT', ago: 10 },
    who: [woman('Оксенія Далека', 63, at('04 11')), man('Федір Далекий', 64)],
    need: 'Ковдри й обігрівач до опалювального сезону.',
    became: ['accept', 'complete service_provided'],
  }),
  way('done-partly', 'normal', {
    ...{ from: 'bereh', to: 'hrusha CM.GEN', ago: 33 },
    who: [woman('Орися Химерна', 51), boy('син, 14 років', 14)],
    need: 'Ведення випадку після втрати житла.',
    became: ['acknowledge', 'accept', 'start', 'complete partially_provided'],
  }),
  way('done-onward', 'urgent', {
    ...{ from: 'liniia', to: 'riky CM.GEN', ago: 9 },
    who: [somebody('чоловік із гуртожитку', 42, { ...at('04 12'), ...quietly })],
    need: 'Заробив, але йому не платять; просить поради, куди далі.',
    became: ['accept', 'start', 'complete referred_onward'],
  }),
  way('done-elsewhere', 'normal', {
    ...{ from: 'mist', to: 'kamin LIV.VOC', ago: 40 },
    who: [woman('Поліна Ніколишня', 22)],
    need: 'Курс перукарки; згодом знайшла місце сама.',
    became: ['accept', 'complete provided_elsewhere'],
  }),
  way('done-not', 'normal', {
    ...{ from: 'maiaky', to: 'kushch SHL.HOUS', ago: 30 },
    who: [man('Захар Відсутній', 57)],
    need: 'Кімната поблизу лікарні.',
    became: ['acknowledge', 'accept', 'complete not_provided'],
  }),
  way('done-visa', 'urgent', {
    ...{ from: 'lyman', to: 'pahorb LEG.VIS', ago: 13 },
    who: [woman('Емілія Повітряна', 30, at('04 13'))],
    need: 'Виклик до консульства, потрібна підготовка паперів.',
    became: ['acknowledge', 'accept', 'start', 'complete service_provided'],
  }),
];
