/** By which a guest is known again: a cookie on the same site, a header from another. */
export const VISITOR_COOKIE = 'analysis_visitor';
export const VISITOR_HEADER = 'X-Analysis-Visitor';

/** Header by which a guest proves to have written a comment. */
export const EDIT_TOKEN_HEADER = 'X-Analysis-Edit-Token';
