import { Field, Flex, TextInput } from '@strapi/design-system';
import { useState } from 'react';
import type { CommentStatus } from '../../../../shared/contracts/comments';
import { LIMITS } from '../../../../shared/limits';
import { useDeskText } from '../../lib/text';
import { DecisionButtons } from './decision-buttons';

interface Props {
  status: CommentStatus;
  onDecide: (to: CommentStatus, reason: string | null) => void;
}

/** Decides with a reason, which stays in the record. */
export function ThreadDecision({ status, onDecide }: Props) {
  const t = useDeskText();
  const [reason, setReason] = useState('');
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Field.Root name="reason">
        <Field.Label>{t('thread.reason')}</Field.Label>
        <TextInput
          value={reason}
          maxLength={LIMITS.moderationReason.max}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Field.Root>
      <Flex gap={2} wrap="wrap">
        <DecisionButtons without={status} onDecide={(to) => onDecide(to, reason.trim() || null)} />
      </Flex>
    </Flex>
  );
}
