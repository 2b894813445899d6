import type { Localizer, MessageValues, PlainKey } from '../localizer';
import type { SharedMessages } from './en';

/** The message for a fault's code, as in `shared/faults.ts`, where there is one of its own. */
export const MESSAGE_OF_CODE: Readonly<Partial<Record<string, PlainKey<SharedMessages>>>> = {
  required: 'faultRequired',
  wrong_type: 'faultRequired',
  too_short: 'faultTooShort',
  too_long: 'faultTooLong',
  invalid_email: 'faultEmail',
  invalid_url: 'faultUrl',
  private_url: 'faultUrl',
  control_character: 'faultCharacter',
  ill_formed: 'faultCharacter',
  not_found: 'faultParent',
  too_deep: 'faultDepth',
  edit_expired: 'faultEditExpired',
};

/**
 * The message for a fault of a form's field.
 * @param fault its code as in `shared/faults.ts`; other codes get a message that fits any fault
 */
export function faultText(
  { t }: Pick<Localizer<SharedMessages>, 't'>,
  { code = '', params }: { code?: string; params?: MessageValues | undefined }
): string {
  return t(MESSAGE_OF_CODE[code] ?? 'faultOther', params);
}
