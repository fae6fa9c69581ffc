/**
 * Six invented organisations with invented staff. One refers, two have rooms, one is certified for gender-based
 * violence, one keeps the network's office, and one has nothing to do with any of it.
 */
import type { IntakeQuestion } from '@stezhka/vocabulary';
import type { DemonstrationActor } from './described.js';

const shelterQuestions: readonly IntakeQuestion[] = [
  'children_present',
  'mobility_limits',
  'regular_medicine',
  'pets',
  'arrives_within_24h',
];

export const actors: readonly DemonstrationActor[] = [
  {
    key: 'opora',
    name: { uk: 'Осередок «Опора»', en: 'Opora Centre', ro: 'Centrul Opora' },
    kind: 'ngo',
    homeOblast: 'UA-63',
    dutyPhone: '+380 57 000 00 01',
    certifications: ['gbv'],
    services: [
      {
        key: 'case',
        service: 'CM.GEN',
        oblasts: ['UA-63'],
        pathways: ['general'],
        capacity: { available: 6, maximum: 40 },
      },
    ],
    staff: [
      {
        name: 'oksana',
        displayName: 'Оксана Тихорєченська',
        roles: ['caseworker'],
        certifications: ['gbv'],
      },
      { name: 'taras', displayName: 'Тарас Яблуновець', roles: ['supervisor'], certifications: ['gbv'] },
      { name: 'lida', displayName: 'Лідія Степограй', roles: ['actor_administrator'] },
    ],
  },
  {
    key: 'kalyna',
    name: { uk: 'Притулок «Калина»', en: 'Kalyna Shelter', ro: 'Adăpostul Kalyna' },
    kind: 'ngo',
    homeOblast: 'UA-46',
    dutyPhone: '+380 32 000 00 02',
    certifications: [],
    services: [
      {
        key: 'transit',
        service: 'SHL.TRANSIT',
        oblasts: ['UA-46'],
        pathways: ['general'],
        modality: 'in_person',
        intakeQuestions: shelterQuestions,
        neededClasses: ['C1', 'C2'],
        capacity: { available: 4, maximum: 18 },
      },
    ],
    staff: [
      { name: 'marta', displayName: 'Марта Криничанка', roles: ['intake_officer', 'caseworker'] },
      { name: 'bohdan', displayName: 'Богдан Чорнотроп', roles: ['actor_administrator', 'duty_officer'] },
    ],
  },
  {
    key: 'dzherelo',
    name: { uk: 'Прихисток «Джерело»', en: 'Dzherelo Refuge', ro: 'Refugiul Dzherelo' },
    kind: 'ngo',
    homeOblast: 'UA-61',
    dutyPhone: '+380 35 000 00 03',
    certifications: [],
    services: [
      {
        key: 'transit',
        service: 'SHL.TRANSIT',
        oblasts: ['UA-46', 'UA-61'],
        pathways: ['general'],
        modality: 'in_person',
        intakeQuestions: shelterQuestions,
        neededClasses: ['C1', 'C2'],
        capacity: { available: 2, maximum: 12 },
      },
    ],
    staff: [
      {
        name: 'iryna',
        displayName: 'Ірина Медобор',
        roles: ['intake_officer', 'supervisor', 'actor_administrator'],
      },
    ],
  },
  {
    key: 'svitanok',
    name: { uk: 'Центр «Світанок»', en: 'Svitanok Centre', ro: 'Centrul Svitanok' },
    kind: 'ngo',
    homeOblast: 'UA-46',
    dutyPhone: '+380 32 000 00 04',
    certifications: ['gbv'],
    services: [
      {
        key: 'case',
        service: 'CM.GBV',
        oblasts: ['UA-46'],
        pathways: ['gbv'],
        neededClasses: ['C1', 'C2'],
        capacity: { available: 3, maximum: 15 },
      },
    ],
    staff: [
      {
        name: 'nadia',
        displayName: 'Надія Рутвиця',
        roles: ['intake_officer', 'caseworker'],
        certifications: ['gbv'],
      },
      { name: 'solomia', displayName: 'Соломія Барвінкова', roles: ['actor_administrator'] },
    ],
  },
  {
    key: 'verbytsia',
    name: { uk: 'Фундація «Вербиця»', en: 'Verbytsia Foundation', ro: 'Fundația Verbytsia' },
    kind: 'ngo',
    homeOblast: 'UA-51',
    dutyPhone: '+380 48 000 00 05',
    certifications: [],
    services: [
      {
        key: 'psychosocial',
        service: 'MHP.PSS',
        oblasts: ['UA-51'],
        pathways: ['general'],
        capacity: { available: 10, maximum: 30 },
      },
    ],
    staff: [
      {
        name: 'ostap',
        displayName: 'Остап Лиманський',
        roles: ['caseworker', 'intake_officer', 'supervisor', 'actor_administrator'],
      },
    ],
  },
  {
    key: 'kompas',
    name: { uk: 'Бюро мережі «Компас»', en: 'Kompas Network Office', ro: 'Biroul rețelei Kompas' },
    kind: 'ngo',
    homeOblast: 'UA-30',
    dutyPhone: '+380 44 000 00 06',
    certifications: [],
    services: [
      {
        key: 'interpreting',
        service: 'SUP.INT',
        oblasts: ['UA-30', 'UA-46', 'UA-63'],
        pathways: ['general'],
        modality: 'remote',
        capacity: { available: 5, maximum: 5 },
      },
    ],
    staff: [
      {
        name: 'zoriana',
        displayName: 'Зоряна Дороговказ',
        roles: ['network_registrar', 'actor_administrator', 'intake_officer'],
      },
      { name: 'pavlo', displayName: 'Павло Обрієнко', roles: ['network_registrar'] },
      { name: 'solomiia', displayName: 'Соломія Виднокрай', roles: ['cluster_coordinator'] },
    ],
  },
];
