/**
 * A statement that comes with every request, always the same but for its values. The query builder takes a tenth of what a
 * page of twenty costs its service to put it together and into words: here it does so once.
 */
import type { Compilable, CompiledQuery, QueryCreator } from 'kysely';
import type { Asking } from './read-model.js';

/** Stands in the statement for a value that it is asked with. */
class Named {
  constructor(readonly name: PropertyKey) {}
}

const names = new Proxy({}, { get: (_values, name) => new Named(name) });

/**
 * It is planned once as well, which for a short one takes as long as all the rest of it: so its plan must be good for all
 * values, along an index that they fill, with nothing to be guessed of how many rows a condition leaves.
 *
 * @param build puts each of its values into the statement as one parameter, and decides nothing by them: it is called
 * once, before there are any
 */
export function builtOnce<DB, Values extends object, Row>(
  build: (of: QueryCreator<DB>, values: Values) => Compilable<Row>,
): (values: Values) => Asking<DB, Row> {
  let built: CompiledQuery<Row> | undefined;
  return (values) => (of) => ({
    plannedOnce: true,
    compile() {
      built ??= build(of, names as Values).compile();
      const parameters = built.parameters.map((parameter) =>
        parameter instanceof Named ? values[parameter.name as keyof Values] : parameter,
      );
      return { ...built, parameters };
    },
  });
}
