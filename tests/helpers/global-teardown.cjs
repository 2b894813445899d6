const { rmSync } = require('node:fs');
const path = require('node:path');

/** Each file drops its own database; this sweeps what a killed worker left behind. */
module.exports = async () => {
  rmSync(path.resolve(__dirname, '../../.tmp/test'), { recursive: true, force: true });
};
