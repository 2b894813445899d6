import { accessService } from './access/service';
import { identityService } from './common/identity';
import { statsService } from './stats/service';

/** The rooms' services, under the names of `Services` in `common/services.ts`. */
export const serverServices = {
  identity: identityService,
  access: accessService,
  stats: statsService,
};
