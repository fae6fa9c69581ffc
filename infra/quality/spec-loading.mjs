// @ts-check
/** Lets Node run specs and sources as they are written: `node --import` this file. */
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
register('./spec-hooks.mjs', import.meta.url);
