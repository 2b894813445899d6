import { useLayoutEffect, useRef, type MutableRefObject } from 'react';

/** The latest value, for what runs later: listeners, timers, answers of the server. */
export function useLatest<T>(value: T): MutableRefObject<T> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
