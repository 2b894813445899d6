import { Button, Flex, Modal, ProgressBar, Typography } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import { useBulkText } from '../lib/text';
import type { PublishRequest } from './publish-request';
import { PublishResult } from './publish-result';
import { usePublishRun } from './use-publish-run';

/** Where the focus goes when what had it is no longer there. */
const focusList = (): void => {
  if (document.activeElement === document.body) document.getElementById('main-content')?.focus();
};

interface Props {
  request: PublishRequest;
  close: () => void;
}

/** Asks, publishes with the progress in sight, and says what is not published and why. */
export function PublishDialog({ request, close }: Props) {
  const t = useBulkText();
  const { phase, total, start, leave } = usePublishRun(request, close);
  const button = useRef<HTMLButtonElement>(null);
  const unchanged = request.rows.length - total;

  // The button that was pressed goes with its phase.
  useEffect(() => void button.current?.focus(), [phase.name]);

  return (
    <Modal.Root open onOpenChange={leave}>
      <Modal.Content
        aria-describedby={undefined}
        onCloseAutoFocus={() => requestAnimationFrame(focusList)}
      >
        <Modal.Header closeLabel={t('close')}>
          <Modal.Title>
            {phase.name === 'done'
              ? t('title.done', { count: phase.outcome.published.length, total })
              : t('title', { count: total })}
          </Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {phase.name === 'asking' && (
            <Flex direction="column" alignItems="stretch" gap={2}>
              <Typography>{t('ask')}</Typography>
              {unchanged > 0 && (
                <Typography textColor="neutral600">
                  {t('unchanged', { count: unchanged })}
                </Typography>
              )}
            </Flex>
          )}
          {phase.name === 'running' && (
            <Flex direction="column" alignItems="stretch" gap={3}>
              <ProgressBar
                value={phase.done}
                max={total}
                aria-label={t('progress.label')}
                style={{ width: '100%' }}
              />
              <Typography role="status">
                {t(phase.stopping ? 'stopping' : 'progress', { count: phase.done, total })}
              </Typography>
            </Flex>
          )}
          {phase.name === 'done' && (
            <PublishResult rows={request.rows} outcome={phase.outcome} onFollow={close} />
          )}
        </Modal.Body>
        <Modal.Footer>
          {phase.name === 'asking' && (
            <>
              <Button variant="tertiary" onClick={leave}>
                {t('cancel')}
              </Button>
              <Button ref={button} onClick={() => void start()}>
                {t('publish')}
              </Button>
            </>
          )}
          {phase.name === 'running' && (
            <Button
              ref={button}
              variant="tertiary"
              marginLeft="auto"
              onClick={leave}
              loading={phase.stopping}
            >
              {t('stop')}
            </Button>
          )}
          {phase.name === 'done' && (
            <Button ref={button} marginLeft="auto" onClick={leave}>
              {t('close')}
            </Button>
          )}
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
