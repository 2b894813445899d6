import type { Fault } from '../faults';

/** Strapi's envelope of a successful answer. */
export interface Envelope<Data, Meta extends object = Record<string, never>> {
  data: Data;
  meta: Meta;
}

/** Strapi's envelope of a refusal. `details.errors` names every field that is at fault. */
export interface ErrorEnvelope {
  data: null;
  error: {
    status: number;
    name: string;
    message: string;
    details: { errors?: Fault[] } & Record<string, unknown>;
  };
}

/** ISO 8601, UTC. */
export type DateTime = string;
