const numbers: number[] = [1, 2, 3];
const half = (n: number): number => n / ;
