(async () => {
  for (const url of ['http://127.0.0.1:9/', 'http://nowhere.invalid/']) {
    await fetch(url).catch((error) => console.log(error.name, error.message, error.cause.code));
  }
})();
