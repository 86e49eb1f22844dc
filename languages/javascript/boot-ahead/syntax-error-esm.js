import x from 'node:fs';
export default function (
