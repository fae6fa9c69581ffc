/** Twenty-eight local organisations, which with the story's six are the network's thirty-four, and their partners. */
import { beyondLocal } from './beyond-local.js';
import { centre } from './centre.js';
import { northAndEast } from './north-and-east.js';
import { south } from './south.js';
import { west } from './west.js';

export const networkActors = [...west, ...centre, ...northAndEast, ...south, ...beyondLocal];
