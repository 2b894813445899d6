module.exports = require('./setup.cjs')('mysql');
