/** What class-validator found, without what it found it in: its messages and targets repeat the input. */
import type { ValidationError } from 'class-validator';

export interface InputFault {
  /** Names of the schema and places in lists, joined by dots. */
  readonly path: string;
  /** Names of the broken rules, for instance `maxLength`; `type` where the value has another type. */
  readonly rules: readonly string[];
}

export function faultsOf(
  errors: readonly ValidationError[] | undefined,
  above: readonly string[] = [],
): InputFault[] {
  return (errors ?? []).flatMap(({ property, constraints, children }) => {
    const path = [...above, property];
    const own = constraints ? [{ path: path.join('.'), rules: Object.keys(constraints).sort() }] : [];
    return [...own, ...faultsOf(children, path)];
  });
}
