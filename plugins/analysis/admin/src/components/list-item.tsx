import { Flex, type FlexProps } from '@strapi/design-system';

/** One of several things in a list, on a card of its own. */
export function ListItem(props: FlexProps<'li'>) {
  return (
    <Flex
      tag="li"
      direction="column"
      alignItems="stretch"
      gap={3}
      padding={4}
      background="neutral0"
      borderColor="neutral200"
      hasRadius
      {...props}
    />
  );
}
