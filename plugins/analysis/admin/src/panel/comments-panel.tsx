import { useRBAC } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { usePanelText } from '../lib/text';
import { DESK_PERMISSIONS } from '../permissions';
import { ArticleCounts } from './article-counts';

/** The part of the content manager's edit view that decides on the panel. */
export interface EditedDocument {
  model: string;
  documentId?: string | undefined;
  /** Undefined while a document is made or copied. */
  document?: object | undefined;
}

/** As the content manager draws a panel. */
export interface PanelDescription {
  title: string;
  content: ReactNode;
}

const ARTICLE = 'plugin::analysis.article';

/** The comments of the article that is being edited, for those who may read the queue. */
export function CommentsPanel(edited: EditedDocument): PanelDescription | null {
  const t = usePanelText();
  const { allowedActions } = useRBAC(DESK_PERMISSIONS);
  const { model, documentId, document } = edited;
  if (model !== ARTICLE || !documentId || !document || !allowedActions.canRead) return null;
  return { title: t('title'), content: <ArticleCounts key={documentId} article={documentId} /> };
}
