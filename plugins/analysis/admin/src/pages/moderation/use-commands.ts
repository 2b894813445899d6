import { useEffect } from 'react';
import { commandFor, type Command, type KeyTarget } from '../../lib/keys';
import { useLatest } from './use-latest';

/** Sends the desk's keys to `run`, unless a dialog has them. */
export function useCommands(run: (command: Command) => void, dialogOpen: boolean): void {
  const latest = useLatest({ run, dialogOpen });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (latest.current.dialogOpen) return;
      const target = event.target instanceof Element ? (event.target as KeyTarget) : null;
      const command = commandFor(event, target);
      if (command === null) return;
      event.preventDefault();
      latest.current.run(command);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [latest]);
}
