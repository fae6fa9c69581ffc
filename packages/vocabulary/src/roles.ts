/** Other organisations see staff as a role at an actor, never by name: the roles must say enough by themselves. */
import { type CodeOf, codeList } from './code-list.js';

/** What a signed-in user does in the network. */
export const roles = codeList({
  caseworker: { uk: 'Фахівець із ведення випадку', en: 'Caseworker', ro: 'Manager de caz' },
  intake_officer: {
    uk: 'Фахівець із прийому',
    en: 'Intake officer',
    ro: 'Responsabil cu preluarea cazurilor',
  },
  supervisor: { uk: 'Супервізор', en: 'Supervisor', ro: 'Supervizor' },
  duty_officer: { uk: 'Черговий', en: 'Duty officer', ro: 'Ofițer de serviciu' },
  actor_administrator: {
    uk: 'Адміністратор організації',
    en: 'Actor administrator',
    ro: 'Administratorul organizației',
  },
  network_registrar: { uk: 'Реєстратор мережі', en: 'Network registrar', ro: 'Registratorul rețelei' },
  cluster_coordinator: {
    uk: 'Координатор кластера',
    en: 'Cluster coordinator',
    ro: 'Coordonator de cluster',
  },
  authority_official: {
    uk: 'Посадова особа органу влади',
    en: 'Authority official',
    ro: 'Reprezentant al autorității',
  },
  hotline_operator: {
    uk: 'Оператор гарячої лінії',
    en: 'Hotline operator',
    ro: 'Operator al liniei telefonice',
  },
  data_protection_focal_point: {
    uk: 'Відповідальна особа із захисту даних',
    en: 'Data-protection focal point',
    ro: 'Responsabil cu protecția datelor',
  },
  interpreter: { uk: 'Перекладач', en: 'Interpreter', ro: 'Interpret' },
});
export type Role = CodeOf<typeof roles>;
