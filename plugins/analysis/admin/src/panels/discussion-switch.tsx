import { Badge, Button, Flex, Typography, useNotifyAT } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';
import { useState } from 'react';
import { discussionState } from './discussion-state';
import { useDiscussion, useSetDiscussion } from '../lib/content-manager-api';
import { messageOf, nameOf } from '../lib/refusals';
import { usePanelText } from '../lib/text';

const FORBIDDEN = 'ForbiddenError';

/** Whether readers may comment, and a button that changes it at once. */
export function DiscussionSwitch({ article }: { article: string }) {
  const t = usePanelText();
  const { notifyStatus } = useNotifyAT();
  const { data: answer, error } = useDiscussion(article);
  const set = useSetDiscussion();
  const modified = useForm('Discussion', (state) => state.modified);
  const onChange = useForm('Discussion', (state) => state.onChange);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  if (error && nameOf(error) === FORBIDDEN) return null;
  if (error) return <Typography textColor="danger600">{t('discussion.failed')}</Typography>;
  if (!answer) return null;

  const { data, meta } = answer;
  const state = discussionState(data);
  const change = async (): Promise<void> => {
    const closed = !data.closed;
    setSending(true);
    setRefusal(null);
    try {
      // A form with changes of its own keeps them: loading the article again would drop them, but
      // saving it with the value that it has would undo this.
      await set({ article, closed, reload: !modified });
      if (modified) onChange('discussionClosed', closed);
      notifyStatus(t(closed ? 'discussion.nowClosed' : 'discussion.nowOpen'));
    } catch (cause) {
      setRefusal(t('discussion.notSaved', { message: messageOf(cause) ?? '' }));
    } finally {
      setSending(false);
    }
  };

  return (
    <Flex
      tag="section"
      aria-label={t('discussion')}
      direction="column"
      alignItems="stretch"
      gap={2}
      width="100%"
    >
      <Flex justifyContent="space-between" gap={2} wrap="wrap">
        <Typography fontWeight="bold" textColor="neutral800">
          {t('discussion')}
        </Typography>
        <Badge variant={state === 'open' ? 'success' : 'neutral'}>{t(`discussion.${state}`)}</Badge>
      </Flex>
      {meta.mayChange && (
        <Button
          fullWidth
          type="button"
          variant={data.closed ? 'secondary' : 'tertiary'}
          loading={sending}
          onClick={() => void change()}
        >
          {t(data.closed ? 'discussion.doOpen' : 'discussion.doClose')}
        </Button>
      )}
      {refusal !== null && (
        <Typography role="alert" variant="pi" textColor="danger600">
          {refusal}
        </Typography>
      )}
    </Flex>
  );
}
