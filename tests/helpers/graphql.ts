import type { Test } from 'supertest';
import type { TestApp } from './app';

export interface GraphqlAnswer {
  // Each test reads the shape that its own query asked for.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  data: any;
  errors?: {
    message: string;
    extensions: { code: string; error?: { details?: { errors?: { path: string[] }[] } } };
  }[];
}

/** Sends an operation; headers as for REST. */
export async function graphql(
  app: TestApp,
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = {}
): Promise<GraphqlAnswer> {
  const request: Test = app.http().post('/graphql').set(headers).send({ query, variables });
  const { body, status } = await request;
  if (status >= 500) throw new Error(`GraphQL answered ${status}: ${JSON.stringify(body)}`);
  return body as GraphqlAnswer;
}

/** Codes of an answer's errors. */
export const codes = ({ errors = [] }: GraphqlAnswer): string[] =>
  errors.map(({ extensions }) => extensions.code);
