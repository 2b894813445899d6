import { Flex, Modal, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useDeskText } from '../../lib/text';
import { useDesk } from './desk-context';
import { HistoryList } from './history-list';
import { ListError, ListLoading } from '../../components/list-states';
import { ReplyForm } from './reply-form';
import { ThreadDecision } from './thread-decision';
import { ThreadEntry } from './thread-entry';
import { useDetail } from './use-detail';

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <Flex tag="section" direction="column" alignItems="stretch" gap={2} aria-label={title}>
    <Typography tag="h3" variant="delta">
      {title}
    </Typography>
    {children}
  </Flex>
);

interface Props {
  id: string;
  /** Opened to be answered: the answer's field gets the focus. */
  reply: boolean;
  close: () => void;
  onChanged: () => void;
}

/** A comment among those around it, with its history, to decide on and to answer. */
export function ThreadDialog({ id, reply, close, onChanged }: Props) {
  const t = useDeskText();
  const { can, decide } = useDesk();
  const { detail, error, reload } = useDetail(id);
  const replied = () => {
    reload();
    onChanged();
  };
  return (
    <Modal.Root open onOpenChange={close}>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel={t('dialog.close')}>
          <Modal.Title>{t('thread.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {error !== null && <ListError message={error} onRetry={reload} />}
          {detail === null && error === null && <ListLoading />}
          {detail && (
            <Flex direction="column" alignItems="stretch" gap={6}>
              <Flex tag="ol" direction="column" alignItems="stretch" gap={3}>
                {detail.thread.map((card) => (
                  <ThreadEntry key={card.documentId} card={card} chosen={card.documentId === id} />
                ))}
              </Flex>
              {can.moderate && !detail.card.deleted && (
                <>
                  <Section title={t('thread.decide')}>
                    <ThreadDecision
                      status={detail.card.status}
                      onDecide={(to, reason) => {
                        close();
                        decide([detail.card], to, reason);
                      }}
                    />
                  </Section>
                  <Section title={t('thread.reply')}>
                    <ReplyForm id={id} autoFocus={reply} onReplied={replied} />
                  </Section>
                </>
              )}
              <Section title={t('history.title')}>
                <HistoryList events={detail.events} />
              </Section>
            </Flex>
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
