import { Badge, Button, Checkbox, Flex, Grid, Link, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useEffect, useState, type FormEvent } from 'react';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import { WEBHOOK_EVENTS } from '../../../../shared/vocabulary';
import { useDeskText, useWebhooksText } from '../../lib/text';
import { chosenEvents, sameChoice, type Webhook } from './webhook-events';
import { useSetEvents } from './webhooks-api';
import { ListItem } from '../../components/list-item';

const Fieldset = styled.fieldset`
  border: 0;
  min-width: 0;
  margin: ${({ theme }) => theme.spaces[4]} 0;
  padding: 0;
`;

/** One webhook, with the plugin's events to tick. */
export function WebhookForm({ webhook, mayChange }: { webhook: Webhook; mayChange: boolean }) {
  const t = useWebhooksText();
  const desk = useDeskText();
  const { toggleNotification } = useNotification();
  const { save, saving } = useSetEvents();
  const { id, name, url, isEnabled } = webhook;
  const saved = chosenEvents(webhook);
  const [chosen, setChosen] = useState(saved);
  const changed = !sameChoice(chosen, saved);

  // What was saved elsewhere meanwhile is shown; it would be overwritten otherwise.
  const key = saved.join();
  useEffect(() => setChosen(chosenEvents(webhook)), [key]);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const failure = await save(id, chosen);
    toggleNotification(
      failure === null
        ? { type: 'success', message: t('saved', { name }) }
        : {
            type: 'danger',
            message: t('notSaved', { message: failure.message ?? desk('error.connection') }),
          }
    );
  };

  return (
    <ListItem>
      <form aria-label={name} onSubmit={(event) => void send(event)}>
        <Flex gap={3} wrap="wrap">
          <Link tag={NavLink} to={`/settings/webhooks/${id}`}>
            {name}
          </Link>
          {!isEnabled && <Badge variant="warning">{t('off')}</Badge>}
        </Flex>
        <Typography
          tag="p"
          variant="pi"
          textColor="neutral600"
          style={{ overflowWrap: 'anywhere' }}
        >
          {url}
        </Typography>
        {!isEnabled && (
          <Typography tag="p" variant="pi" textColor="neutral600">
            {t('off.hint')}
          </Typography>
        )}
        <Fieldset>
          <Typography tag="legend" variant="pi" fontWeight="bold" textColor="neutral800">
            {t('events')}
          </Typography>
          <Grid.Root gap={3} paddingTop={2}>
            {WEBHOOK_EVENTS.map((event) => (
              <Grid.Item key={event} col={6} xs={12} direction="column" alignItems="stretch">
                <Checkbox
                  disabled={!mayChange}
                  checked={chosen.includes(event)}
                  onCheckedChange={(checked) =>
                    setChosen(
                      checked === true
                        ? [...chosen, event]
                        : chosen.filter((each) => each !== event)
                    )
                  }
                >
                  {t(`event.${event}`)}
                </Checkbox>
              </Grid.Item>
            ))}
          </Grid.Root>
        </Fieldset>
        {mayChange && (
          <Button type="submit" disabled={!changed} loading={saving}>
            {t('save')}
          </Button>
        )}
      </form>
    </ListItem>
  );
}
