/**
 * Invented people on their way: a mother with her son to a shelter, a man who needs an interpreter, a woman on the
 * pathway for gender-based violence. Enough to see an inbox that is not empty.
 */
import type { Pathway, ServiceCode, Urgency } from '@stezhka/vocabulary';

export interface DemonstrationCase {
  readonly key: string;
  /** Sign-in name of who refers, and where to. */
  readonly by: string;
  readonly to: { readonly actor: string; readonly service: string };
  readonly service: ServiceCode;
  readonly oblast: 'UA-46' | 'UA-63';
  readonly urgency: Urgency;
  readonly pathway: Pathway;
  /** Days before the installation was made. */
  readonly daysAgo: number;
  readonly members: readonly {
    readonly name?: string;
    readonly workingLabel?: string;
    readonly phone?: string;
  }[];
  readonly need: string;
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
  /** What the recipient did, in order. */
  readonly followed: readonly ('acknowledge' | 'accept' | 'start' | 'decline')[];
  /** Sign-in name of who answers. */
  readonly answeredBy: string;
}

export const cases: readonly DemonstrationCase[] = [
  {
    key: 'mother-and-son',
    by: 'oksana',
    to: { actor: 'kalyna', service: 'transit' },
    service: 'SHL.TRANSIT',
    oblast: 'UA-46',
    urgency: 'urgent',
    pathway: 'general',
    daysAgo: 3,
    members: [{ name: 'Віра Приклад', phone: '+380 50 000 01 01' }, { workingLabel: 'син, 9 років' }],
    need: 'Мати з сином потребують місця на два тижні дорогою далі на захід.',
    answers: [
      { question: 'children_present', answer: 'yes' },
      { question: 'pets', answer: 'no' },
    ],
    followed: ['acknowledge', 'accept', 'start'],
    answeredBy: 'marta',
  },
  {
    key: 'interpreter',
    by: 'oksana',
    to: { actor: 'kompas', service: 'interpreting' },
    service: 'SUP.INT',
    oblast: 'UA-63',
    urgency: 'normal',
    pathway: 'general',
    daysAgo: 1,
    members: [{ workingLabel: 'чоловік із вахтового містечка' }],
    need: 'Потрібен переклад з угорської на дві розмови з юристкою.',
    answers: [{ question: 'interpreter_needed', answer: 'yes' }],
    followed: [],
    answeredBy: 'zoriana',
  },
  {
    key: 'isolated',
    by: 'oksana',
    to: { actor: 'svitanok', service: 'case' },
    service: 'CM.GBV',
    oblast: 'UA-46',
    urgency: 'urgent',
    pathway: 'gbv',
    daysAgo: 2,
    members: [{ workingLabel: 'Л.', phone: '+380 50 000 01 03' }],
    need: 'Просить супроводу у Львові після переїзду.',
    answers: [{ question: 'phone_tracked', answer: 'unknown' }],
    followed: ['acknowledge'],
    answeredBy: 'nadia',
  },
  {
    key: 'full',
    by: 'oksana',
    to: { actor: 'dzherelo', service: 'transit' },
    service: 'SHL.TRANSIT',
    oblast: 'UA-46',
    urgency: 'urgent',
    pathway: 'general',
    daysAgo: 5,
    members: [{ name: 'Гнат Зразковий' }],
    need: 'Ліжко на три ночі.',
    answers: [{ question: 'mobility_limits', answer: 'yes' }],
    followed: ['decline'],
    answeredBy: 'iryna',
  },
];
