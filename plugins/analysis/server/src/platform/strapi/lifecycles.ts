import { errors } from '@strapi/utils';

/** What Strapi's query layer hands to a hook; `state` is kept from before to after. */
export interface LifecycleEvent {
  params: { data?: unknown; where?: Record<string, unknown> };
  result?: unknown;
  state: Record<string, unknown>;
}

/** A hook that refuses the query layer's many-row writes, which show the rules no single row. */
export const refuseMany = (what: string) => (): never => {
  throw new errors.ValidationError(
    `${what} are written one by one, because the rules look at each row`
  );
};

const refuseChange = (): never => {
  throw new errors.ForbiddenError('The record of decisions is only added to');
};

/** Hooks of a record that its service alone writes, whatever door someone tries. */
export const addedToOnly = {
  beforeCreate: refuseChange,
  beforeCreateMany: refuseChange,
  beforeUpdate: refuseChange,
  beforeUpdateMany: refuseChange,
  beforeDelete: refuseChange,
  beforeDeleteMany: refuseChange,
};
