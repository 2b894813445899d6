import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { ARTICLE } from './article-address';
import { faultTexts, labelOf } from './fault-messages';
import type { SentFault } from './refusals';

/** Names a field of an article by its label in the form. */
export function useFieldLabel(): (path: SentFault['path']) => string {
  const intl = useIntl();
  return useCallback((path) => labelOf(path, ARTICLE, intl), [intl]);
}

/** A fault of an article for people. */
export interface FaultText {
  /** The field's label; null for the article as a whole. */
  field: string | null;
  text: string;
}

/** Puts a fault in the administrator's language, with the label of its field. */
export function useFaultText(): (fault: SentFault) => FaultText {
  const intl = useIntl();
  return useCallback(
    (fault) => ({
      field: fault.path.length > 0 ? labelOf(fault.path, ARTICLE, intl) : null,
      text: faultTexts([fault], ARTICLE, intl).faults[0]?.message ?? fault.message,
    }),
    [intl]
  );
}
