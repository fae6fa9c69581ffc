/**
 * Parsing and validating with the reference rules but not their words: those quote literals and names from the query,
 * and a literal may be a person's name. What is wrong is said by rule, type and place in the text instead.
 */
import {
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  NoSchemaIntrospectionCustomRule,
  parse,
  type Source,
  specifiedRules,
  type ValidationContext,
  type ValidationRule,
  validate,
} from 'graphql';
import { checkLimits, type OperationLimits } from './operation-limits.js';
import { codedError, type GatewayCode } from './refusals.js';

export interface OperationCheck {
  /** Throws a coded error whose only detail is the place in the text. */
  parse(source: string | Source): DocumentNode;
  validate(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[];
}

export function createOperationCheck(options: {
  readonly limits: OperationLimits;
  readonly allowIntrospection: boolean;
}): OperationCheck {
  const { limits, allowIntrospection } = options;
  const rules = [...specifiedRules, ...(allowIntrospection ? [] : [NoSchemaIntrospectionCustomRule])].map(
    inOwnWords,
  );
  return {
    parse: (source) => parseInOwnWords(source, limits.tokens),
    validate(schema, document) {
      const tooLarge = checkLimits(document, limits);
      return tooLarge === undefined ? validate(schema, document, rules, { maxErrors: 20 }) : [tooLarge];
    },
  };
}

function parseInOwnWords(source: string | Source, maxTokens: number): DocumentNode {
  try {
    return parse(source, { maxTokens });
  } catch (error) {
    // The parser calls itself at every bracket: what is no complaint of its own is the end of the stack.
    if (!(error instanceof GraphQLError)) {
      throw codedError('TOO_LARGE', 'The operation is too large: it is nested too deep.');
    }
    if (/more that \d+ tokens/.test(error.message)) {
      throw codedError('TOO_LARGE', `The operation is too large: at most ${maxTokens} tokens.`, {
        extensions: { limit: 'tokens', max: maxTokens },
      });
    }
    throw codedError('GRAPHQL_PARSE_FAILED', 'The query is not GraphQL at the place given.', {
      source: error.source ?? null,
      positions: error.positions ?? null,
    });
  }
}

/** The rule as it is, but what it reports leaves through `describe`. */
function inOwnWords(rule: ValidationRule): ValidationRule {
  return (context): ASTVisitor => {
    const quiet: ValidationContext = Object.create(context, {
      reportError: {
        value: (error: GraphQLError) => context.reportError(describe(rule.name, error, context)),
      },
    });
    return rule(quiet);
  };
}

function describe(rule: string, error: GraphQLError, context: ValidationContext): GraphQLError {
  const { message, possible, code = 'GRAPHQL_VALIDATION_FAILED' } = wordsFor(rule, context);
  return codedError(code, message, {
    nodes: error.nodes ?? null,
    extensions: { rule: rule.replace(/(?:Custom)?Rule$/, '') },
    ...(possible === undefined ? {} : { possible }),
  });
}

interface Words {
  readonly message: string;
  readonly possible?: readonly string[];
  readonly code?: GatewayCode;
}

function wordsFor(rule: string, context: ValidationContext): Words {
  switch (rule) {
    case 'FieldsOnCorrectTypeRule': {
      const parent = context.getParentType();
      if (parent == null) break;
      const possible = 'getFields' in parent ? Object.keys(parent.getFields()) : [];
      return { message: `The type ${parent.name} has no such field.`, possible };
    }
    case 'KnownArgumentNamesRule': {
      const field = context.getFieldDef();
      if (field == null || context.getDirective() != null) break;
      return {
        message: `The field ${field.name} takes no such argument.`,
        possible: field.args.map(({ name }) => name),
      };
    }
    case 'ValuesOfCorrectTypeRule': {
      const type = context.getInputType() ?? context.getParentInputType();
      if (type == null) break;
      const named = getNamedType(type);
      const message = `A value of type ${String(type)} is expected here.`;
      if (isEnumType(named)) {
        return { message, code: 'UNKNOWN_CODE', possible: named.getValues().map(({ name }) => name) };
      }
      return isInputObjectType(named) ? { message, possible: Object.keys(named.getFields()) } : { message };
    }
    case 'NoSchemaIntrospectionCustomRule':
      return { message: 'Introspection is off here; the schema is published with the source.' };
  }
  return { message: 'The query breaks a rule of GraphQL at the place given.' };
}
