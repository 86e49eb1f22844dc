const { warmed } = require('./required.js');

class Main {
  static ran = require.main === module;
}

module.exports = { ...warmed, ran: Main.ran };
