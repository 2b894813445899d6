import { useRBAC } from '@strapi/strapi/admin';
import { createContext, useContext, type ReactNode } from 'react';
import { ARTICLE_ACTIONS } from '../../permissions';

const Reading = createContext(false);

/** Finds out once, for all cards, whether the person may read articles in the content manager. */
export function ArticleReading({ children }: { children: ReactNode }) {
  const { allowedActions } = useRBAC(ARTICLE_ACTIONS);
  return <Reading.Provider value={allowedActions.canRead ?? false}>{children}</Reading.Provider>;
}

/** Whether an article's form can be opened; no until that is known. */
export const useArticleReading = (): boolean => useContext(Reading);
