import { setScriptUrl } from './lib/server';
import { CommentsElement } from './comments-element';
import { PostElement } from './post-element';
import { RatingElement } from './rating-element';

const ELEMENTS = {
  'analysis-rating': RatingElement,
  'analysis-comments': CommentsElement,
  'analysis-post': PostElement,
};

/**
 * Defines the elements that the page does not have yet: of two scripts, or two versions, the first
 * wins and the other leaves it alone.
 * @param scriptUrl where this script came from, and so where the API is unless an element says
 */
export function defineElements(registry: CustomElementRegistry, scriptUrl: string): void {
  setScriptUrl(scriptUrl);
  for (const [name, element] of Object.entries(ELEMENTS)) {
    if (registry.get(name) === undefined) registry.define(name, element);
  }
}
