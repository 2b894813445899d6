import { Flex } from '@strapi/design-system';
import { useRBAC } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { usePanelText } from '../lib/text';
import { ARTICLE } from '../lib/content-manager-api';
import { PANEL_ACTIONS } from '../permissions';
import { ArticleCounts } from './article-counts';
import { DiscussionSwitch } from './discussion-switch';

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

/** The comments of the article that is being edited, and whether it takes more of them. */
export function CommentsPanel(edited: EditedDocument): PanelDescription | null {
  const t = usePanelText();
  const { allowedActions } = useRBAC(PANEL_ACTIONS);
  const { canRead = false, canModerate = false, canUpdate = false } = allowedActions;
  const { model, documentId, document } = edited;
  if (model !== ARTICLE || !documentId || !document) return null;
  if (!canRead && !canModerate && !canUpdate) return null;
  return {
    title: t('title'),
    content: (
      <Flex key={documentId} direction="column" alignItems="stretch" gap={4} width="100%">
        {canRead && <ArticleCounts article={documentId} />}
        <DiscussionSwitch article={documentId} />
      </Flex>
    ),
  };
}
