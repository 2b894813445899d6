const { readFileSync } = require('node:fs');
const { default: Sequencer } = require('@jest/test-sequencer');

/** A file that starts applications of its own: the worker's shared one ends for it. */
const startsItsOwn = ({ path }) => /startApp\(|asking\(/.test(readFileSync(path, 'utf8'));

/**
 * Runs files together that can use one application: project by project, those that start their own
 * first, and of each kind the longest first, as jest orders them. Unit tests, which need none, begin:
 * at the end each worker has its application, and short files are left.
 */
module.exports = class ByApplication extends Sequencer {
  sort(tests) {
    const rank = new Map(
      super.sort(tests).map((test, at) => {
        const project = test.context.config.displayName?.name ?? '';
        return [test, [project === 'unit' ? '' : project, startsItsOwn(test) ? 0 : 1, at]];
      })
    );
    const inOrder = (left, right) => {
      const [a, b] = [rank.get(left), rank.get(right)];
      return a[0].localeCompare(b[0]) || a[1] - b[1] || a[2] - b[2];
    };
    return [...rank.keys()].sort(inOrder);
  }
};
