import { errors } from '@strapi/utils';

const refuse = (): never => {
  throw new errors.ForbiddenError('The record of decisions is only added to');
};

/** The record is written by the service alone, whatever door someone tries. */
export const eventLifecycles = {
  beforeCreate: refuse,
  beforeCreateMany: refuse,
  beforeUpdate: refuse,
  beforeUpdateMany: refuse,
  beforeDelete: refuse,
  beforeDeleteMany: refuse,
};
