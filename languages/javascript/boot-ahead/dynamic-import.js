import('./module.mjs').then(
  (namespace) => console.log(namespace, require.cache),
  console.log,
);
import('./nowhere.mjs').catch((error) => console.log(error.code, error.message));
import('data:text/javascript,export default import.meta.url').then(({ default: url }) => console.log(url));
console.log('first');
