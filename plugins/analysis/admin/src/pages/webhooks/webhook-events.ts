import { WEBHOOK_EVENTS } from '../../../../shared/vocabulary';

export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** One of Strapi's webhooks, as its routes give and take it. */
export interface Webhook {
  id: string;
  name: string;
  url: string;
  headers: Record<string, string>;
  events: string[];
  isEnabled: boolean;
}

const OWN: ReadonlySet<string> = new Set(WEBHOOK_EVENTS);

/** Which of the plugin's events a webhook sends, in their one order. */
export const chosenEvents = ({ events }: Pick<Webhook, 'events'>): WebhookEvent[] =>
  WEBHOOK_EVENTS.filter((name) => events.includes(name));

/** A webhook as it is sent: the plugin's events as chosen, everything else as it was. */
export function withChosen(
  { name, url, headers, events, isEnabled }: Webhook,
  chosen: readonly WebhookEvent[]
): Omit<Webhook, 'id'> {
  const others = events.filter((event) => !OWN.has(event));
  return {
    name,
    url,
    headers,
    isEnabled,
    events: [...others, ...chosenEvents({ events: [...chosen] })],
  };
}

/** Whether two choices are the same. */
export const sameChoice = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((event) => other.includes(event));
