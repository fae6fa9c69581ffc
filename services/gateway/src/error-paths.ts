/**
 * The JS planner fetches the entities of a list in one go and loses which of them an error was about: the path lacks
 * the index. It is found again from the answer, where exactly those places are null.
 */
import { type ExecutionResult, GraphQLError } from 'graphql';

type Path = readonly (string | number)[];

/** The errors with paths that lead somewhere in the data; where the index cannot be known, to the list itself. */
export function restoreIndices({ data, errors = [] }: ExecutionResult): Pick<ExecutionResult, 'errors'> {
  if (errors.length === 0) return {};
  const seen = new Map<string, number>();
  const restored = errors.map((error) => {
    if (error.path === undefined) return error;
    const key = error.path.join();
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    const found = placesOf(data, error.path, []);
    if (found === undefined) return error;
    const alike = errors.filter(({ path }) => path?.join() === key).length;
    return movedTo(error, found.places.length === alike ? (found.places[nth] ?? found.list) : found.list);
  });
  return { errors: restored };
}

function movedTo({ message, nodes, source, positions, extensions }: GraphQLError, path: Path): GraphQLError {
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path,
    extensions,
  });
}

interface Found {
  readonly list: Path;
  readonly places: readonly Path[];
}

/** All null places that `path` could mean if list indices are missing in it; nothing if none is missing. */
function placesOf(value: unknown, path: Path, walked: Path): Found | undefined {
  const [next, ...rest] = path;
  if (next === undefined || value === null || typeof value !== 'object') return undefined;
  if (!Array.isArray(value) || typeof next === 'number') {
    return placesOf((value as Record<string | number, unknown>)[next], rest, [...walked, next]);
  }
  const places = value.flatMap((item, at) => nullsAt(item, path, [...walked, at]));
  return { list: walked, places };
}

function nullsAt(value: unknown, path: Path, walked: Path): readonly Path[] {
  const [next, ...rest] = path;
  if (value === null) return [walked];
  if (next === undefined || typeof value !== 'object') return [];
  if (Array.isArray(value) && typeof next !== 'number') {
    return value.flatMap((item, at) => nullsAt(item, path, [...walked, at]));
  }
  return nullsAt((value as Record<string | number, unknown>)[next], rest, [...walked, next]);
}
