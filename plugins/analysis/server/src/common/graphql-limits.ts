import type { Core } from '@strapi/strapi';
import type { ASTVisitor, GraphQLError, SelectionSetNode, ValidationContext } from 'graphql';

/** Fields at the top of one operation; each may cost what a whole REST request costs. */
const MAX_ROOT_FIELDS = 20;

/** Fields that an operation asks for at its top, through fragments too, aliases counted apart. */
function countFields(
  { selections }: SelectionSetNode,
  context: Pick<ValidationContext, 'getFragment'>,
  seen: ReadonlySet<string> = new Set()
): number {
  return selections.reduce((count, selection) => {
    if (selection.kind === 'Field') return count + 1;
    if (selection.kind === 'InlineFragment') {
      return count + countFields(selection.selectionSet, context, seen);
    }
    const { value: name } = selection.name;
    const fragment = seen.has(name) ? undefined : context.getFragment(name);
    return fragment
      ? count + countFields(fragment.selectionSet, context, new Set([...seen, name]))
      : count;
  }, 0);
}

/** Validation rule: refuses an operation that asks for too much at once. */
const rootFields = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition(operation) {
    const count = countFields(operation.selectionSet, context);
    if (count <= MAX_ROOT_FIELDS) return;
    // Apollo wraps it: a GraphQLError of a second copy of that library would be a stranger to it.
    const error = new Error(
      `An operation may ask for at most ${MAX_ROOT_FIELDS} fields, not ${count}`
    );
    context.reportError(error as GraphQLError);
  },
});

/**
 * Strapi limits depth and list sizes, not how many times one request asks for something under
 * another name. Adds a validation rule for that to those that the application configures.
 */
export function limitRootFields(strapi: Core.Strapi): void {
  const key = 'plugin::graphql.apolloServer';
  const configured = (strapi.config.get(key) ?? {}) as { validationRules?: unknown[] };
  strapi.config.set(key, {
    ...configured,
    validationRules: [...(configured.validationRules ?? []), rootFields],
  });
}
