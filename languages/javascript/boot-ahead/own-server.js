const { createServer } = require('node:http');
const server = createServer((request, response) => response.end(`${request.method} ${request.url}`));
server.listen(0, '127.0.0.1', async () => {
  const response = await fetch(`http://127.0.0.1:${server.address().port}/x`);
  console.log(response.status, await response.text());
  server.close();
  server.closeAllConnections();
});
