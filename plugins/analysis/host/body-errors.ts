import { errors } from '@strapi/utils';

const { ApplicationError, PayloadTooLargeError, ValidationError } = errors;

/**
 * For Strapi's body parsers: a body that cannot be read is the sender's fault. Without it one that
 * is not compressed as it says, or a multipart one that breaks off, is answered with 500 and
 * logged as an error of the server.
 * @throws PayloadTooLargeError (413) where the parser says so, else ValidationError (400)
 */
export function refuseBody(error: Error & { status?: number; httpCode?: number }): never {
  if (error instanceof ApplicationError) throw error;
  if ((error.status ?? error.httpCode) === 413) {
    throw new PayloadTooLargeError('the body is too large');
  }
  const message = `the body cannot be read: ${error.message}`;
  throw new ValidationError(message, {
    errors: [{ path: [], message, name: 'ValidationError', code: 'ill_formed' }],
  });
}
