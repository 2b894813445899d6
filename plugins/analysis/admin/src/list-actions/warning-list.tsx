import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useFieldLabel } from '../lib/use-fault-text';
import { usePasteText, type PasteText } from '../lib/text';
import en from '../translations/en.json';
import type { IngestWarning } from '../../../shared/contracts/ingest';

const Passage = styled.blockquote`
  max-height: 12rem;
  overflow-y: auto;
  padding-inline-start: ${({ theme }) => theme.spaces[2]};
  border-inline-start: 3px solid ${({ theme }) => theme.colors.warning200};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  overflow-wrap: anywhere;
  white-space: pre-line;
`;

const isText = (name: string): name is PasteText => `analysis.paste.${name}` in en;

/** What an editor should look at, each with its field and the passage that it speaks of. */
export function WarningList({ warnings }: { warnings: readonly IngestWarning[] }) {
  const t = usePasteText();
  const label = useFieldLabel();
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
      {warnings.map(({ path, code, message, text }, index) => {
        const name = `warning.${code}`;
        return (
          <Flex key={index} tag="li" direction="column" alignItems="stretch" gap={1}>
            <Typography textColor="neutral800">
              {path.length > 0 && (
                <Typography fontWeight="bold" textColor="neutral800">
                  {label(path)}
                  {' – '}
                </Typography>
              )}
              {isText(name) ? t(name) : message}
            </Typography>
            {text !== undefined && (
              <Passage tabIndex={0} dir="auto">
                {text}
              </Passage>
            )}
          </Flex>
        );
      })}
    </Flex>
  );
}
