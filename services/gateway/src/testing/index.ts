export { countForeignAnswers, type SharedAnswersOptions } from './shared-answers.js';
