export const cube = (n) => n ** 3;
