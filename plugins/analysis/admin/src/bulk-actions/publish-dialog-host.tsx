import { Suspense, lazy, useEffect } from 'react';
import { closeRequest, usePublishRequest } from './publish-request';

const PublishDialog = lazy(() =>
  import('./publish-dialog').then(({ PublishDialog }) => ({ default: PublishDialog }))
);

/** Where the dialog lives: in the list's header, which stays while its rows change. */
export function PublishDialogHost() {
  const request = usePublishRequest();
  // What was asked of a list does not come up over another one.
  useEffect(() => closeRequest, []);
  return request === null ? null : (
    <Suspense fallback={null}>
      <PublishDialog request={request} close={closeRequest} />
    </Suspense>
  );
}
