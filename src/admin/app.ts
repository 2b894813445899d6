/** The admin speaks French too; English is always there. */
export default {
  config: { locales: ['fr'] },
  bootstrap(): void {},
};
