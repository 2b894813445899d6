import { Flex, Typography } from '@strapi/design-system';
import { useFaultText } from '../lib/use-fault-text';
import type { SentFault } from '../lib/refusals';

/** What is wrong with an article, fault by fault, each with the label of its field. */
export function FaultList({ faults }: { faults: readonly SentFault[] }) {
  const faultText = useFaultText();
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
      {faults.map((fault, index) => {
        const { field, text } = faultText(fault);
        return (
          <Typography key={index} tag="li" textColor="danger700">
            {field !== null && (
              <Typography fontWeight="bold" textColor="danger700">
                {field}
                {' – '}
              </Typography>
            )}
            {text}
          </Typography>
        );
      })}
    </Flex>
  );
}
