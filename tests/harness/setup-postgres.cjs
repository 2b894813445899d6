module.exports = require('./setup.cjs')('postgres');
