import { connect } from 'node:net';

const socket = connect(80, '192.0.2.1');
socket.on('connect', () => {
  console.log('connected');
  socket.destroy();
});
socket.on('error', () => console.log('no network'));
