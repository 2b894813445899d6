import { Button, Modal, type ButtonProps } from '@strapi/design-system';
import { useDeskText } from '../lib/text';

interface Props {
  label: string;
  variant?: ButtonProps['variant'];
  sending: boolean;
  /** Whether it cannot be left while it is sent. */
  locked?: boolean;
  /** Whether there is something to send. */
  ready?: boolean;
}

/** The end of a form in a dialog: leave it, or send it. */
export function FormFooter({ label, variant, sending, locked = false, ready = true }: Props) {
  const desk = useDeskText();
  return (
    <Modal.Footer>
      <Modal.Close>
        <Button variant="tertiary" disabled={locked && sending}>
          {desk('dialog.cancel')}
        </Button>
      </Modal.Close>
      <Button type="submit" variant={variant} loading={sending} disabled={!ready}>
        {label}
      </Button>
    </Modal.Footer>
  );
}
