/** What was given to a resolver, looked at before the resolver sees it. */
import { validate } from 'class-validator';
import { ArgumentValidationError } from 'type-graphql';

const options = {
  // Unknown fields are GraphQL's to refuse; an input of enums alone has no validators and is well all the same.
  forbidUnknownValues: false,
  skipMissingProperties: true,
  validationError: { target: false, value: false },
};

/** In place of type-graphql's own, which imports the validator each time. @throws ArgumentValidationError */
export async function validateInput(given: unknown): Promise<void> {
  const inputs = (Array.isArray(given) ? given : [given]).filter(isObject);
  const faults = await Promise.all(inputs.map((input) => validate(input, options)));
  if (faults.some((found) => found.length > 0)) throw new ArgumentValidationError(faults.flat());
}

const isObject = (given: unknown): given is object => typeof given === 'object' && given !== null;
