import { useEffect } from 'react';
import type { KeyPress, KeyTarget } from '../../lib/keys';
import { useLatest } from '../../lib/use-latest';

/** Sends the keys that `commandFor` knows to `run`, unless a dialog has them. */
export function useCommands<Command>(
  commandFor: (press: KeyPress, target: KeyTarget | null) => Command | null,
  run: (command: Command) => void,
  dialogOpen: boolean
): void {
  const latest = useLatest({ commandFor, run, dialogOpen });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (latest.current.dialogOpen) return;
      const target = event.target instanceof Element ? event.target : null;
      const command = latest.current.commandFor(event, target);
      if (command === null) return;
      event.preventDefault();
      latest.current.run(command);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [latest]);
}
