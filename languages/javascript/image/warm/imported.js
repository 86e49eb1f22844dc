export const later = Promise.resolve('imported');
