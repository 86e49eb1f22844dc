console.log('never printed');
const total = 1 + ; // HERE
