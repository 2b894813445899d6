import type { Core } from '@strapi/strapi';
import { fromStrapi } from './from-strapi';
import { errors } from '@strapi/utils';

/**
 * What Strapi's query layer hands to a hook.
 * @template Result the row that was written, for hooks that run after
 * @template State what the hook before leaves to the hook after
 */
export interface LifecycleEvent<Result = unknown, State = Record<string, unknown>> {
  params: { where?: Record<string, unknown> };
  result: Result;
  state: State;
}

/** The same of a creation or change, with the fields that are about to be written. */
export interface WriteEvent<
  Result = unknown,
  State = Record<string, unknown>,
> extends LifecycleEvent<Result, State> {
  params: { data: Record<string, unknown>; where?: Record<string, unknown> };
}

/** Hooks by the action that they belong to, such as `beforeCreate`. */
type Hooks = Record<string, (event: never) => unknown>;
type Subscriber = Parameters<Core.Strapi['db']['lifecycles']['subscribe']>[0];

/**
 * Registers hooks of some content types.
 * @returns removes them again; called twice, Strapi would remove another subscriber's
 */
export const subscribeHooks = (strapi: Core.Strapi, models: string[], hooks: Hooks): (() => void) =>
  // Strapi declares one event for all actions, in which what an action always brings is optional.
  strapi.db.lifecycles.subscribe(fromStrapi<Subscriber>({ models, ...hooks }));

/** A hook that refuses the query layer's many-row writes, which show the rules no single row. */
export const refuseMany = (what: string) => (): never => {
  throw new errors.ValidationError(
    `${what} are written one by one, because the rules look at each row`
  );
};

const refuseChange = (): never => {
  throw new errors.ForbiddenError('The record of decisions is only added to');
};

/** Hooks of a record that its service alone writes, whichever way someone tries. */
export const addedToOnly = {
  beforeCreate: refuseChange,
  beforeCreateMany: refuseChange,
  beforeUpdate: refuseChange,
  beforeUpdateMany: refuseChange,
  beforeDelete: refuseChange,
  beforeDeleteMany: refuseChange,
};
