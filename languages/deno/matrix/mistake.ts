console.log("never printed");
const total: number = 1 + ; // HERE
