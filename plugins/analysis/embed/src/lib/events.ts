/** Target of an event whose listener knows the element; DOM types it as any target, or none. */
export const targetOf = <E extends HTMLElement>(event: Event): E => event.target as E;
