import { html, svg, type TemplateResult } from 'lit';

export const VALUES = [1, 2, 3, 4, 5] as const;

const STAR = 'M12 2.6l2.9 5.9 6.5.9-4.7 4.6 1.1 6.5L12 17.4l-5.8 3.1 1.1-6.5L2.6 9.4l6.5-.9z';

/** How much of a star is lit, 0 to 1, when `value` are. */
export const litOf = (star: number, value: number): number =>
  Math.min(1, Math.max(0, value - (star - 1)));

/** A star of which a part is lit, from its left. */
export const star = (lit: number): TemplateResult => html`
  <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path class="off" d=${STAR}></path>
    ${
      lit > 0
        ? svg`<svg x="0" y="0" width=${24 * lit} height="24" viewBox="0 0 ${24 * lit} 24">
          <path class="on" d=${STAR}></path>
        </svg>`
        : ''
    }
  </svg>
`;
