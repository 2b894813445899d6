import { Accordion, Box, Flex, Switch, Typography } from '@strapi/design-system';
import { settingAt } from './policy-form';
import type { PhaseForm } from './policy-phases';
import { useTriageText } from '../../lib/text';
import { SettingField } from './setting-field';
import type { PolicyDraft, PolicyState } from './use-policy';

interface Props {
  phase: PhaseForm;
  state: PolicyDraft;
  change: PolicyState['change'];
}

/** One check: what it does, whether it is asked, and its settings. */
export function PhaseItem({ phase: { name, settings }, state, change }: Props) {
  const t = useTriageText();
  const enabled = [name, 'enabled'];
  return (
    <Accordion.Item value={name}>
      <Accordion.Header>
        <Accordion.Trigger description={t(`about.${name}`)}>{t(`phase.${name}`)}</Accordion.Trigger>
        <Accordion.Actions>
          <Switch
            visibleLabels
            onLabel={t('on')}
            offLabel={t('off')}
            aria-label={t('enabled', { name: t(`phase.${name}`) })}
            checked={settingAt(state.draft, enabled) === true}
            onCheckedChange={(checked) => change(enabled, checked)}
          />
        </Accordion.Actions>
      </Accordion.Header>
      <Accordion.Content>
        <Box padding={6}>
          {settings.length === 0 ? (
            <Typography textColor="neutral600">
              {t(name === 'external' ? `external.${state.external}` : 'nothing')}
            </Typography>
          ) : (
            <Flex direction="column" alignItems="stretch" gap={5}>
              {settings.map((form) => (
                <SettingField key={form.name} form={form} state={state} change={change} />
              ))}
            </Flex>
          )}
        </Box>
      </Accordion.Content>
    </Accordion.Item>
  );
}
