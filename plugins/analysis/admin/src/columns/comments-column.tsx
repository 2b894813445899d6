import type { ReactNode } from 'react';
import en from '../translations/en.json';
import { CommentsCell } from './comments-cell';

/** The parts of a column of the content manager's list that this one has. */
interface Header {
  name: string;
  label: string | { id: string; defaultMessage: string };
  searchable: boolean;
  sortable: boolean;
  cellFormatter?: (row: { documentId: string }) => ReactNode;
}

/** What the hook that adds columns is given, and gives back. */
export interface ListColumns {
  displayedHeaders: Header[];
  layout: { options?: { analysis?: { comments?: boolean } } };
}

const TITLE = 'analysis.list.title';

/**
 * Adds the comments to the list of articles, which the hook knows by the option in their schema.
 * @param mayRead asked each time, for the hook is no component: who is signed in may change
 */
export const addCommentsColumn =
  (mayRead: () => boolean) =>
  (columns: ListColumns): ListColumns => {
    if (columns.layout.options?.analysis?.comments !== true || !mayRead()) return columns;
    const column: Header = {
      name: 'analysis-comments',
      label: { id: TITLE, defaultMessage: en[TITLE] },
      searchable: false,
      sortable: false,
      cellFormatter: ({ documentId }) => <CommentsCell article={documentId} />,
    };
    // Second, because what stands last is out of sight on a small screen.
    const [first, ...others] = columns.displayedHeaders;
    return { ...columns, displayedHeaders: [...(first ? [first] : []), column, ...others] };
  };
