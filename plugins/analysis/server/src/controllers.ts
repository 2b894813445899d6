/** Controllers by the names that permissions carry (`plugin::analysis.<name>.<action>`). */
export const controllers = {};
