import { Typography } from '@strapi/design-system';

/** Why a form was not sent; nothing while there is no reason. */
export function FormError({ text }: { text: string | null }) {
  return text === null ? null : (
    <Typography role="alert" textColor="danger600">
      {text}
    </Typography>
  );
}
