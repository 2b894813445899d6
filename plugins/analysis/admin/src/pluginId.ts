export const PLUGIN_ID = 'analysis';
