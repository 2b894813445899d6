import tseslint from 'typescript-eslint';
import config from '../eslint.config.mjs';

/** The same rules but those that ask for types, for texts that are in no project. */
export default [...config, tseslint.configs.disableTypeChecked];
