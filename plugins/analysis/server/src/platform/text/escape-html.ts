import { once } from '../../../../shared/once';
import { packages } from '../lazy-packages';

const utils = once(() => new (packages.markdownIt())().utils);

/** Text for HTML, in content and in quoted attributes. */
export const escapeHtml = (text: string): string => utils().escapeHtml(text);
