/**
 * Partners name the same oblast by different codes, and five of them collide if a P-code is read as ISO:
 * P-codes are the prefix of KATOTTG, not of ISO 3166-2. Here ISO is the code and the maps do the crossing.
 */
import { type CodeOf, codeList } from './code-list.js';

/**
 * The 27 first-level units of Ukraine by ISO 3166-2 code, in the order of their P-codes.
 * `pcode` is OCHA's code, `katottg` the code of the national codifier of territorial units.
 */
export const oblasts = codeList({
  'UA-43': {
    pcode: 'UA01',
    katottg: 'UA01000000000013043',
    uk: 'Автономна Республіка Крим',
    en: 'Autonomous Republic of Crimea',
    ro: 'Republica Autonomă Crimeea',
  },
  'UA-05': {
    pcode: 'UA05',
    katottg: 'UA05000000000010236',
    uk: 'Вінницька',
    en: 'Vinnytska',
    ro: 'Regiunea Vinnița',
  },
  'UA-07': {
    pcode: 'UA07',
    katottg: 'UA07000000000024379',
    uk: 'Волинська',
    en: 'Volynska',
    ro: 'Regiunea Volînia',
  },
  'UA-12': {
    pcode: 'UA12',
    katottg: 'UA12000000000090473',
    uk: 'Дніпропетровська',
    en: 'Dnipropetrovska',
    ro: 'Regiunea Dnipropetrovsk',
  },
  'UA-14': {
    pcode: 'UA14',
    katottg: 'UA14000000000091971',
    uk: 'Донецька',
    en: 'Donetska',
    ro: 'Regiunea Donețk',
  },
  'UA-18': {
    pcode: 'UA18',
    katottg: 'UA18000000000041385',
    uk: 'Житомирська',
    en: 'Zhytomyrska',
    ro: 'Regiunea Jîtomîr',
  },
  'UA-21': {
    pcode: 'UA21',
    katottg: 'UA21000000000011690',
    uk: 'Закарпатська',
    en: 'Zakarpatska',
    ro: 'Regiunea Transcarpatia',
  },
  'UA-23': {
    pcode: 'UA23',
    katottg: 'UA23000000000064947',
    uk: 'Запорізька',
    en: 'Zaporizka',
    ro: 'Regiunea Zaporijjea',
  },
  'UA-26': {
    pcode: 'UA26',
    katottg: 'UA26000000000069363',
    uk: 'Івано-Франківська',
    en: 'Ivano-Frankivska',
    ro: 'Regiunea Ivano-Frankivsk',
  },
  'UA-32': {
    pcode: 'UA32',
    katottg: 'UA32000000000030281',
    uk: 'Київська',
    en: 'Kyivska',
    ro: 'Regiunea Kyiv',
  },
  'UA-35': {
    pcode: 'UA35',
    katottg: 'UA35000000000016081',
    uk: 'Кіровоградська',
    en: 'Kirovohradska',
    ro: 'Regiunea Kirovohrad',
  },
  'UA-09': {
    pcode: 'UA44',
    katottg: 'UA44000000000018893',
    uk: 'Луганська',
    en: 'Luhanska',
    ro: 'Regiunea Luhansk',
  },
  'UA-46': {
    pcode: 'UA46',
    katottg: 'UA46000000000026241',
    uk: 'Львівська',
    en: 'Lvivska',
    ro: 'Regiunea Liov',
  },
  'UA-48': {
    pcode: 'UA48',
    katottg: 'UA48000000000039575',
    uk: 'Миколаївська',
    en: 'Mykolaivska',
    ro: 'Regiunea Mîkolaiiv',
  },
  'UA-51': {
    pcode: 'UA51',
    katottg: 'UA51000000000030770',
    uk: 'Одеська',
    en: 'Odeska',
    ro: 'Regiunea Odesa',
  },
  'UA-53': {
    pcode: 'UA53',
    katottg: 'UA53000000000028050',
    uk: 'Полтавська',
    en: 'Poltavska',
    ro: 'Regiunea Poltava',
  },
  'UA-56': {
    pcode: 'UA56',
    katottg: 'UA56000000000066151',
    uk: 'Рівненська',
    en: 'Rivnenska',
    ro: 'Regiunea Rivne',
  },
  'UA-59': {
    pcode: 'UA59',
    katottg: 'UA59000000000057109',
    uk: 'Сумська',
    en: 'Sumska',
    ro: 'Regiunea Sumî',
  },
  'UA-61': {
    pcode: 'UA61',
    katottg: 'UA61000000000060328',
    uk: 'Тернопільська',
    en: 'Ternopilska',
    ro: 'Regiunea Ternopil',
  },
  'UA-63': {
    pcode: 'UA63',
    katottg: 'UA63000000000041885',
    uk: 'Харківська',
    en: 'Kharkivska',
    ro: 'Regiunea Harkiv',
  },
  'UA-65': {
    pcode: 'UA65',
    katottg: 'UA65000000000030969',
    uk: 'Херсонська',
    en: 'Khersonska',
    ro: 'Regiunea Herson',
  },
  'UA-68': {
    pcode: 'UA68',
    katottg: 'UA68000000000099709',
    uk: 'Хмельницька',
    en: 'Khmelnytska',
    ro: 'Regiunea Hmelnîțkîi',
  },
  'UA-71': {
    pcode: 'UA71',
    katottg: 'UA71000000000010357',
    uk: 'Черкаська',
    en: 'Cherkaska',
    ro: 'Regiunea Cerkasî',
  },
  'UA-77': {
    pcode: 'UA73',
    katottg: 'UA73000000000044923',
    uk: 'Чернівецька',
    en: 'Chernivetska',
    ro: 'Regiunea Cernăuți',
  },
  'UA-74': {
    pcode: 'UA74',
    katottg: 'UA74000000000025378',
    uk: 'Чернігівська',
    en: 'Chernihivska',
    ro: 'Regiunea Cernihiv',
  },
  'UA-30': {
    pcode: 'UA80',
    katottg: 'UA80000000000093317',
    uk: 'Київ',
    en: 'Kyiv',
    ro: 'Kyiv',
  },
  'UA-40': {
    pcode: 'UA85',
    katottg: 'UA85000000000065278',
    uk: 'Севастополь',
    en: 'Sevastopol',
    ro: 'Sevastopol',
  },
});
export type OblastCode = CodeOf<typeof oblasts>;

/** ISO code by P-code. Danger: never cut a P-code into an ISO code, `UA44` is `UA-09`. */
export const oblastByPcode: ReadonlyMap<string, OblastCode> = new Map(
  oblasts.codes.map((code) => [oblasts.entry(code).pcode, code]),
);

/** ISO code by the KATOTTG code of the unit itself (19 characters). */
export const oblastByKatottg: ReadonlyMap<string, OblastCode> = new Map(
  oblasts.codes.map((code) => [oblasts.entry(code).katottg, code]),
);
