const value = <string>'x';
console.log(value);
