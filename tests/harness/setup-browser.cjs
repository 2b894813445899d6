module.exports = require('./setup.cjs')('sqlite', 'admin');
