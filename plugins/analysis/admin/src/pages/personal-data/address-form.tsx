import { Box, Button, Field, Flex, TextInput } from '@strapi/design-system';
import { Search } from '@strapi/icons';
import { useState, type FormEvent } from 'react';
import { LIMITS } from '../../../../shared/limits';
import { usePersonalText } from '../../lib/text';

interface Props {
  /** Whether the server would not have what was sent. */
  wrong: boolean;
  busy: boolean;
  onLook: (email: string) => void;
}

/** Asks for the address of the person who wants to know, or to be forgotten. */
export function AddressForm({ wrong, busy, onLook }: Props) {
  const t = usePersonalText();
  const [email, setEmail] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    onLook(email.trim());
  };
  return (
    <form noValidate role="search" onSubmit={send}>
      <Flex gap={2} alignItems="flex-start" wrap="wrap">
        <Box grow={1} basis="20rem" maxWidth="60rem">
          <Field.Root name="email" required error={wrong ? t('wrong') : undefined}>
            <Field.Label>{t('address')}</Field.Label>
            <TextInput
              type="email"
              value={email}
              maxLength={LIMITS.email.max}
              autoComplete="off"
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <Field.Error />
          </Field.Root>
        </Box>
        {/* Beside the field, at its height; on a telephone below it. */}
        <Box paddingTop={{ initial: 0, medium: 5 }}>
          <Button type="submit" size="L" startIcon={<Search />} loading={busy}>
            {t('look')}
          </Button>
        </Box>
      </Flex>
    </form>
  );
}
