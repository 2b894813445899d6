import { Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { ReplayView } from '../../../../shared/contracts/triage';
import { useTriageText } from '../../lib/text';

const ROWS = ['approvedTaken', 'approvedHeld', 'refusedPublic', 'caught'] as const;

/** The rules in force and the changed ones side by side, in numbers. */
export function ReplayScores({ view: { now, next } }: { view: ReplayView }) {
  const t = useTriageText();
  return (
    <Table colCount={3} rowCount={ROWS.length + 1}>
      <Thead>
        <Tr>
          {(['outcome', 'now', 'next'] as const).map((name) => (
            <Th key={name}>
              <Typography variant="sigma">{t(`replay.${name}`)}</Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {ROWS.map((row) => (
          <Tr key={row}>
            <Td>
              <Typography>{t(`replay.${row}`)}</Typography>
            </Td>
            <Td>
              <Typography>{now[row]}</Typography>
            </Td>
            <Td>
              <Typography fontWeight={now[row] === next[row] ? 'regular' : 'bold'}>
                {next[row]}
              </Typography>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
