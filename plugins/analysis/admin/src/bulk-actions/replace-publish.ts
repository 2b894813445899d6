import { ARTICLE } from '../lib/article-address';
import type { ListedArticle } from './publish-run';

/** The parts of a bulk action's description that are used here. */
export interface Description {
  /** How Strapi's own publishing is known. */
  actionType?: string;
  label?: string;
  variant?: string;
  onClick?: () => void;
}

/** What is selected in the content manager's list. */
export interface Selected {
  model: string;
  documents: ListedArticle[];
}

/** An action on the selected rows of the content manager's list; called as a component is. */
export interface BulkAction {
  (selected: Selected): Description | null;
  type?: string;
}

/** The same action, without publishing where it is articles that are selected. */
const exceptForArticles = (action: BulkAction): BulkAction =>
  Object.assign((selected: Selected) => {
    // Called in any case: it may use hooks.
    const description = action(selected);
    const publishes = description?.actionType === 'publish';
    return publishes && selected.model === ARTICLE ? null : description;
  }, action);

/**
 * Puts a publishing of articles in the place of Strapi's, which is one transaction for all of them
 * and names none. Other types, and other actions, stay as they are.
 */
export const replacePublish =
  (publishArticles: BulkAction) =>
  (actions: BulkAction[]): BulkAction[] => [publishArticles, ...actions.map(exceptForArticles)];
