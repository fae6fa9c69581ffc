/** What is still open: written and not sent, sent and not answered, seen and not decided. Silence has its share. */
import { at, boy, girl, man, somebody, woman } from './people.js';
import { way } from './ways.js';

export const waiting = [
  way(
    'draft-rent',
    'normal',
    {
      ...{ from: 'bereh', to: 'hrusha SHL.HOUS', ago: 1 },
      who: [woman('Галина Умовна', 61, at('03 01'))],
      need: 'Тимчасове житло на час ремонту даху.',
    },
    { unsent: true },
  ),
  way(
    'draft-visa',
    'normal',
    {
      ...{ from: 'kladka', to: 'pahorb LEG.VIS', ago: 2 },
      who: [man('Остап Неіснуючий', 23)],
      need: 'Питання щодо візи до сестри; бракує одного папера.',
    },
    { unsent: true },
  ),
  way(
    'draft-not-named',
    'urgent',
    {
      ...{ from: 'yakir', to: 'lyman LEG.AID', ago: 3 },
      who: [woman('Раїса Гаданко', 44, at('03 02'))],
      need: 'Консультація юриста щодо пенсії за втратою годувальника.',
    },
    { oblast: 'UA-48', agreedTo: 'pahorb' },
  ),
  way('sent-today', 'emergency', {
    ...{ from: 'liniia', to: 'likarnia HLT.MED', ago: 0.2 },
    who: [man('Юхим Приблизний', 52, at('03 03'))],
    need: 'Терміновий огляд після поранення, перев’язку робили два дні тому.',
    answers: { mobility_limits: 'yes' },
  }),
  way('sent-silent-emergency', 'emergency', {
    ...{ from: 'terykon', to: 'pidkova TRN.SAFE', ago: 2 },
    who: [woman('Зінаїда Казкова', 72, at('03 04')), man('Тихін Казковий', 75)],
    need: 'Виїзд двох літніх людей із громади під обстрілами.',
    answers: { mobility_limits: 'yes', pets: 'yes' },
  }),
  way('sent-silent-urgent', 'urgent', {
    ...{ from: 'hora', to: 'zhuravel MHP.SPEC', ago: 6 },
    who: [man('Данило Небувалий', 34, at('03 05'))],
    need: 'Панічні напади після полону, потрібен спеціаліст.',
  }),
  way('sent-silent-normal', 'normal', {
    ...{ from: 'riky', to: 'vitriak LIV.JOB', ago: 21 },
    who: [woman('Лариса Мрійна', 38, at('03 06'))],
    need: 'Шукає роботу швачки після переїзду.',
  }),
  way('sent-silent-long', 'normal', {
    ...{ from: 'maiaky', to: 'mist LEG.DOC', ago: 34 },
    who: [man('Пилип Вифантазуваний', 19)],
    need: 'Втрачено паспорт і свідоцтво про народження.',
    answers: { interpreter_needed: 'no' },
  }),
  way('sent-in-time', 'normal', {
    ...{ from: 'dzhmeli', to: 'kamin CSH.IPA', ago: 1 },
    who: [woman('Олена Придумана', 29, at('03 07')), girl('донька, 3 роки', 3)],
    need: 'Одноразова допомога на ліки та взуття.',
    answers: { children_present: 'yes' },
  }),
  way(
    'sent-border',
    'urgent',
    {
      ...{ from: 'hai', to: 'poarta LEG.TPD', ago: 1 },
      who: [woman('Марина Казкар', 41, at('03 08')), boy('син, 13 років', 13), girl('донька, 8 років', 8)],
      need: 'Переїзд до Сучави; питання про тимчасовий захист для трьох.',
      answers: { children_present: 'yes', interpreter_needed: 'yes' },
    },
    { form: 'written' },
  ),
  way('seen-housing', 'normal', {
    ...{ from: 'prychal', to: 'yakir SHL.HOUS', ago: 6 },
    who: [man('Семен Оповіданий', 66, at('03 09'))],
    need: 'Житло з пандусом, будинок підтоплено.',
    answers: { mobility_limits: 'yes' },
    became: ['acknowledge'],
  }),
  way(
    'seen-rehab',
    'urgent',
    {
      ...{ from: 'chaika', to: 'likarnia HLT.REHAB', ago: 8 },
      who: [man('Аркадій Несправжній', 27, at('03 10'))],
      need: 'Реабілітація після травми хребта; лікарняні папери є.',
      answers: { mobility_limits: 'yes', regular_medicine: 'yes', infection_precautions: 'no' },
      became: ['acknowledge'],
    },
    { oblast: 'UA-12' },
  ),
  way(
    'seen-family',
    'urgent',
    {
      ...{ from: 'hrusha', to: 'zhuravel CPS.FTR', ago: 2 },
      who: [boy('хлопець, 16 років', 16)],
      need: 'Загубив зв’язок із тіткою під час виїзду, шукає її.',
      became: ['acknowledge'],
    },
    { form: 'caregiver_with_assent', oblast: 'UA-32' },
  ),
  way('seen-walk', 'urgent', {
    ...{ from: 'shliakh', to: 'hromada SUP.ACC', ago: 1 },
    who: [woman('Ганна Гіпотетична', 80, at('03 11'))],
    need: 'Провести до пенсійного фонду й назад.',
    answers: { mobility_limits: 'yes' },
    became: ['acknowledge'],
  }),
  way('seen-overdue', 'normal', {
    ...{ from: 'vitriak', to: 'riky LIV.INC', ago: 19 },
    who: [somebody('майстер із Кропивницького', 45, at('03 12'))],
    need: 'Хоче відновити столярну майстерню, потрібен інструмент.',
    became: ['acknowledge'],
  }),
];
