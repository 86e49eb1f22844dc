require('node:util').debuglog('mine')('said');
