export type A = string;
export interface B { a: A }
