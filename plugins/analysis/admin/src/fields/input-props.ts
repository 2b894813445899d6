import type { ReactNode } from 'react';

/** What the content manager hands to the input of a custom field. */
export interface FieldInputProps {
  name: string;
  label?: ReactNode;
  labelAction?: ReactNode;
  hint?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  /** What the form holds; undefined while a document is made. */
  value?: unknown;
  error?: string;
  onChange: (name: string, value: unknown) => void;
}
