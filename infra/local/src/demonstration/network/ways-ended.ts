/** What came to nothing, each with its reason: declined, taken back by the sender, taken back by the person. */
import { at, boy, girl, man, somebody, woman } from './people.js';
import { way } from './ways.js';

export const ended = [
  way('no-room-at-all', 'urgent', {
    ...{ from: 'hai', to: 'shliakh SHL.HOUS', ago: 3 },
    who: [woman('Роксолана Легенда', 37, at('05 01')), girl('донька, 10 років', 10)],
    need: 'Житло на місяць після переїзду.',
    became: ['acknowledge', 'decline no_capacity for_all'],
  }),
  way('no-room-for-five', 'urgent', {
    ...{ from: 'kushch', to: 'hrusha SHL.HOUS', ago: 5 },
    who: [
      woman('Павлина Билиця', 35, at('05 02')),
      man('Корній Билиця', 36),
      ...[boy('син, 2 роки', 2), boy('син, 6 років', 6), girl('донька, 9 років', 9)],
    ],
    need: 'Родина з п’яти осіб шукає спільну кімнату.',
    became: ['decline no_capacity not_for_this_household'],
  }),
  way('no-resources', 'normal', {
    ...{ from: 'pidkova', to: 'vitriak CSH.IPA', ago: 12 },
    who: [man('Єгор Казус', 46)],
    need: 'Допомога на дрова.',
    became: ['acknowledge', 'decline lack_of_resources'],
  }),
  way('no-eligible', 'normal', {
    ...{ from: 'yar', to: 'maiaky CSH.IPA', ago: 14 },
    who: [woman('Клавдія Міфічна', 59, at('05 03'))],
    need: 'Виплата, яку вже отримувала в іншій програмі.',
    became: ['decline not_eligible'],
  }),
  way('no-area', 'urgent', {
    ...{ from: 'dzhmeli', to: 'polonyna TRN.SAFE', ago: 4 },
    who: [man('Арсен Заочний', 28)],
    need: 'Дорога з Вінниці до кордону.',
    became: ['decline out_of_area'],
  }),
  way('no-papers', 'normal', {
    ...{ from: 'terykon', to: 'hora LEG.DOC', ago: 16 },
    who: [man('Матвій Недоказаний', 20)],
    need: 'Відновлення атестата; жодного документа не збереглося.',
    became: ['acknowledge', 'decline missing_documentation'],
  }),
  way(
    'no-formal',
    'normal',
    {
      ...{ from: 'hrusha', to: 'likarnia HLT.REHAB', ago: 11 },
      who: [woman('Віталіна Змарена', 48)],
      need: 'Стаціонарне відновлення; просять направлення від лікаря.',
      answers: { admission_document: 'no' },
      became: ['decline formal_document_required'],
    },
    { oblast: 'UA-32' },
  ),
  way(
    'no-light',
    'emergency',
    {
      ...{ from: 'yakir', to: 'prychal MHP.PSS', ago: 2 },
      who: [woman('Ярина Тінь', 32, at('05 04'))],
      need: 'Розмова після обстрілу будинку.',
      became: ['decline power_or_access_outage'],
    },
    { oblast: 'UA-65' },
  ),
  way('no-twice', 'normal', {
    ...{ from: 'vitriak', to: 'dzhmeli NFI.MAT', ago: 18 },
    who: [man('Йосип Двійник', 55)],
    need: 'Набір посуду й постіль.',
    became: ['decline duplicate'],
  }),
  way('no-served', 'normal', {
    ...{ from: 'oblasna', to: 'dzhmeli CM.GEN', ago: 20 },
    who: [woman('Стефанія Вигадлива', 43), boy('син, 7 років', 7)],
    need: 'Ведення випадку.',
    became: ['heard decline already_served_elsewhere', 'confirm'],
  }),
  way('no-conflict', 'urgent', {
    ...{ from: 'hora', to: 'dzvin CM.GEN', ago: 7 },
    who: [somebody('знайома працівниці', 40)],
    need: 'Ведення випадку в іншому місті.',
    became: ['decline conflict_of_interest'],
  }),
  way(
    'no-other',
    'normal',
    {
      ...{ from: 'kamin', to: 'shliakh LIV.INC', ago: 10 },
      who: [woman('Мотря Неможлива', 50, at('05 05'))],
      need: 'Мала пасіка, бракує вуликів.',
      became: ['acknowledge', 'decline other'],
    },
    { words: 'Програму з пасіками закрито до весни; зателефонуйте в березні.' },
  ),
  way('back-met', 'normal', {
    ...{ from: 'riky', to: 'mist CSH.IPA', ago: 9 },
    who: [man('Левко Швидкий', 24)],
    need: 'Допомога на проїзд; допомогли сусіди.',
    became: ['acknowledge', 'withdraw need_met'],
  }),
  way('back-wrong', 'urgent', {
    ...{ from: 'liniia', to: 'pidizd LIV.EMPSCR', ago: 5 },
    who: [man('Устим Переплутаний', 21, at('05 06'))],
    need: 'Перевірити пропозицію роботи на складі в Німеччині.',
    became: ['withdraw wrong_actor'],
  }),
  way(
    'back-error',
    'normal',
    {
      ...{ from: 'bereh', to: 'zhuravel MHP.SPEC', ago: 4 },
      who: [woman('Ада Помилкова', 65)],
      need: 'Внесено двічі.',
      became: ['withdraw entered_in_error'],
    },
    { unsent: true },
  ),
  way(
    'back-person',
    'urgent',
    {
      ...{ from: 'strumok', to: 'kladka LEG.TPD', ago: 6 },
      who: [woman('Северина Передумала', 34, at('05 07'))],
      need: 'Тимчасовий захист; вирішила залишитися.',
      became: ['accept', 'take back'],
    },
    { oblast: 'UA-26' },
  ),
];
