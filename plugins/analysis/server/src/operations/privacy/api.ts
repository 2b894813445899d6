import type { PrivacyDeps } from './deps';
import { erasePersonalData } from './erase-personal-data';
import { exportPersonalData, personalDataFile } from './export-personal-data';

/** What is stored of a person, by e-mail address. */
export const createPrivacy = (deps: PrivacyDeps) => ({
  /** A page of what is stored under an address. @param data as `personalExportInput` */
  export: exportPersonalData(deps),

  /** All of it as the text of a JSON file, page by page. @param data `{ email }` */
  file: personalDataFile(deps),

  /** Takes away comments under an address, and what other rooms store of it. */
  erase: erasePersonalData(deps),
});

export type Privacy = ReturnType<typeof createPrivacy>;
