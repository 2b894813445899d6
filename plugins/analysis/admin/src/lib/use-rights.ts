import { useRBAC } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import { DESK_ACTIONS } from '../permissions';

/** What the person before the desk may do. */
export interface DeskRights {
  moderate: boolean;
  ban: boolean;
  personalData: boolean;
}

/** What the person may do; nothing until that is known. */
export function useRights(): DeskRights {
  const { allowedActions } = useRBAC(DESK_ACTIONS);
  const { canModerate = false, canBan = false, canPersonalData = false } = allowedActions;
  return useMemo(
    () => ({ moderate: canModerate, ban: canBan, personalData: canPersonalData }),
    [canModerate, canBan, canPersonalData]
  );
}
