const Sequencer = require('@jest/test-sequencer').default;

/** Runs test files in the order of `MUTATION_ORDER`, so that the likeliest comes first. */
module.exports = class Ordered extends Sequencer {
  sort(tests) {
    const order = (process.env.MUTATION_ORDER ?? '').split(',');
    const placeOf = ({ path }) => order.findIndex((file) => file !== '' && path.endsWith(file));
    return [...tests].sort((a, b) => placeOf(a) - placeOf(b));
  }
};
