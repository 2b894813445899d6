import { Button, Flex, Modal } from '@strapi/design-system';
import { FormError } from '../components/form-error';
import { usePasteText } from '../lib/text';
import { ExistingNote } from './existing-note';
import { PageField } from './page-field';
import { PreviewPanel } from './preview-panel';
import { usePaste } from './use-paste';

interface Props {
  text: string;
  onChange: (text: string) => void;
  close: () => void;
  /** The draft is made: the text is not needed any more. */
  done: () => void;
}

/** Takes a generated page, shows what it becomes, and makes the draft. */
export function PasteDialog({ text, onChange, close, done }: Props) {
  const t = usePasteText();
  const { reading, action, ready, agreed, setAgreed, sending, refusal, send } = usePaste(
    text,
    done
  );
  return (
    <Modal.Root open onOpenChange={close}>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel={t('close')}>
          <Modal.Title>{t('title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <PageField text={text} onChange={onChange} />
            {reading.state === 'read' && (
              <ExistingNote
                preview={reading.preview}
                agreed={agreed}
                onAgree={setAgreed}
                onFollow={done}
              />
            )}
            <PreviewPanel reading={reading} />
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={close}>
            {t('cancel')}
          </Button>
          <Flex gap={4} justifyContent="flex-end" wrap="wrap">
            <FormError text={refusal} />
            <Button
              variant={action === 'replace' ? 'danger' : 'default'}
              disabled={!ready}
              loading={sending}
              onClick={() => void send()}
            >
              {t(`do.${action ?? 'create'}`)}
            </Button>
          </Flex>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
