try {
  require('./broken.ts');
} catch (error: unknown) {
  console.log((error as { code: string }).code, (error as Error).message);
}
