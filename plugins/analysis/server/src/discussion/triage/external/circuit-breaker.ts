import { NoAnswer } from '../../../platform/http/outbound-request';
import { errorOf } from '../../../platform/errors';

/** So many failures in a row make a pause. */
const FAILURES = 3;
/** Questions that may be open at once: a flood of comments should not become one of questions. */
const MAX_OPEN = 50;

type Log = Record<'info' | 'warn', (line: string) => unknown>;

/**
 * Runs the questions to a service outside. One that is down is not asked for a while, so that not
 * every commenter waits until the time is up, and the log hears of it once.
 */
export function makeCircuitBreaker(log: Log, now: () => number = Date.now) {
  let failures = 0;
  let pausedUntil = 0;
  let open = 0;

  const assertOpen = (pauseMs: number): void => {
    if (open >= MAX_OPEN) throw new NoAnswer('busy', 'too many questions are open');
    if (failures < FAILURES) return;
    if (now() < pausedUntil) throw new NoAnswer('paused', 'it has failed several times');
    // Whoever comes first finds out for the others.
    pausedUntil = now() + pauseMs;
  };

  /** @throws NoAnswer what `work` throws, or that the service is not asked */
  return async <T>(pauseMs: number, work: () => Promise<T>): Promise<T> => {
    assertOpen(pauseMs);
    open += 1;
    try {
      const answer = await work();
      if (failures > 0) log.info('Triage: the outside check answers again');
      failures = 0;
      return answer;
    } catch (error) {
      if (failures === 0) {
        log.warn(`Triage: comments wait, as the outside check fails: ${errorOf(error).message}`);
      }
      failures += 1;
      if (failures >= FAILURES) pausedUntil = now() + pauseMs;
      throw error;
    } finally {
      open -= 1;
    }
  };
}
