import('./module.mts').then((namespace: object) => console.log(namespace));
import('./nowhere.ts').catch((error: NodeJS.ErrnoException) => console.log(error.code));
