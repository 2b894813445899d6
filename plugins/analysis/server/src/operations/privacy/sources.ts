import type { Core } from '@strapi/strapi';
import type { PersonalParts } from '../../../../shared/contracts/privacy';
import { services, type PersonalPart } from '../../common/services';

type Parts = { [Name in keyof PersonalParts]: PersonalPart<PersonalParts[Name][number]> };

/**
 * What is kept of an address beside comments, and by whom. A room that keeps more adds its name and
 * form to `PersonalParts` in the contract, and itself here: export, erasure and the command follow.
 * The admin's page has a section and a sentence for each in `pages/personal-data`.
 */
export const partsOf = (strapi: Core.Strapi): Parts => ({
  bans: services(strapi).bans,
  addresses: services(strapi).subscriptions,
});
