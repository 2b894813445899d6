import { Suspense, lazy, useEffect } from 'react';
import { endAsking, useAsked } from './publish-request';

const PublishDialog = lazy(() =>
  import('./publish-dialog').then(({ PublishDialog }) => ({ default: PublishDialog }))
);

/** Where the dialog lives: in the list's header, which stays while its rows change. */
export function PublishDialogHost() {
  const asked = useAsked();
  // What was asked of a list does not come up over another one.
  useEffect(() => endAsking, []);
  return asked === null ? null : (
    <Suspense fallback={null}>
      <PublishDialog asked={asked} close={endAsking} />
    </Suspense>
  );
}
