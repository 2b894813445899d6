import { Shield } from '@strapi/icons';
import { useEffect, useId, useRef, type SVGProps } from 'react';
import { styled } from 'styled-components';
import { badgeLabel } from './badge-label';
import { useMenuText } from '../lib/text';
import { useWaitingCounts } from '../lib/use-waiting-counts';

const Frame = styled.span`
  position: relative;
  display: inline-flex;
`;

const Count = styled.span`
  position: absolute;
  inset-block-start: -0.8rem;
  inset-inline-start: 1.2rem;
  min-width: 1.8rem;
  padding-inline: 0.4rem;
  border-radius: 1rem;
  background: ${({ theme }) => theme.colors.primary600};
  color: ${({ theme }) => theme.colors.neutral0};
  font-size: 1.1rem;
  font-weight: ${({ theme }) => theme.fontWeights.bold};
  line-height: 1.8rem;
  text-align: center;
`;

/**
 * The icon of the menu's entry with how much waits. Strapi draws the entry: it has no place for a
 * count of a plugin's, and names the link by its label alone. So the count describes the link.
 */
export function ModerationIcon(props: SVGProps<SVGSVGElement>) {
  const t = useMenuText();
  const waiting = useWaitingCounts();
  const frame = useRef<HTMLSpanElement>(null);
  const id = useId();
  const label = waiting ? badgeLabel(waiting.comments + waiting.claims) : null;
  const described = label !== null;

  useEffect(() => {
    const link = frame.current?.closest('a');
    if (!described || !link) return undefined;
    link.setAttribute('aria-describedby', id);
    return () => link.removeAttribute('aria-describedby');
  }, [described, id]);

  return (
    <Frame ref={frame}>
      <Shield {...props} />
      {waiting && label !== null && (
        <>
          <Count aria-hidden>{label}</Count>
          <span id={id} hidden>
            {t('waiting', { ...waiting })}
          </span>
        </>
      )}
    </Frame>
  );
}
