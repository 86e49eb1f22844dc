enum A { B }
const x: = 1;
