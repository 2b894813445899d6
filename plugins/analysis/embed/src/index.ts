/**
 * `<analysis-rating>`, `<analysis-comments>` and `<analysis-post>` for any page. Importing this
 * defines them, once. `build.mjs` wraps it, so that it does nothing on a server and never throws.
 */
import { defineElements } from './define';

defineElements(customElements, import.meta.url);
