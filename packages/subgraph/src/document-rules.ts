/**
 * What a document may ask for, as validation rules: they hold for a caller inside the process as for one outside.
 * The limits leave room for what the gateway's planner makes of a page's query.
 */
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import {
  type ASTVisitor,
  getNamedType,
  isEnumType,
  type ValidationContext,
  type ValidationRule,
  type ValueNode,
} from 'graphql';
import { faultOf } from './guarded-values.js';
import { RequestRefused } from './request-refused.js';

export const MOST_TOKENS = 4_000;
const MOST_DEPTH = 14;
const MOST_ALIASES = 60;
const MOST_DIRECTIVES = 30;

/** By default the rules throw, and Apollo Server answers what a rule throws with a 500. */
const reported = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null) =>
      context?.reportError(new RequestRefused({ code: 'TOO_LARGE' }, 400)),
  ],
};

const codesAt = new WeakMap<object, readonly string[]>();

/** The codes that would have been known where a literal stands, if an enum is expected there. */
export function codesKnownAt(node: object | undefined): readonly string[] | undefined {
  return node && codesAt.get(node);
}

function literals(context: ValidationContext): ASTVisitor {
  const note = (node: ValueNode) => {
    const type = context.getInputType();
    const named = type && getNamedType(type);
    if (isEnumType(named))
      codesAt.set(
        node,
        named.getValues().map(({ name }) => name),
      );
  };
  return {
    EnumValue: note,
    IntValue: note,
    FloatValue: note,
    BooleanValue: note,
    StringValue(node) {
      note(node);
      const type = context.getInputType();
      const fault = type && faultOf(node.value, type);
      if (fault) context.reportError(new RequestRefused({ code: 'INVALID_INPUT', possible: [] }, 400));
    },
  };
}

export const documentRules: readonly ValidationRule[] = [
  literals,
  maxDepthRule({ n: MOST_DEPTH, ...reported }),
  maxAliasesRule({ n: MOST_ALIASES, ...reported }),
  maxDirectivesRule({ n: MOST_DIRECTIVES, ...reported }),
];
