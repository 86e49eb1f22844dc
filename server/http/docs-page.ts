import type { OpenApiDocument, Operation, Schema } from './openapi.ts';

/** The OpenAPI document as a page to read: no script, nothing from elsewhere. */
export function docsPage(document: OpenApiDocument): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationSection(method, path, operation)),
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(document.info.title)}</title><style>${style}</style></head><body><main>
<h1>${escapeHtml(document.info.title)} <small>${escapeHtml(document.info.version)}</small></h1>
<p>${prose(document.info.description)}</p>
<pre>curl -X POST http://localhost:8082/execute -H "Content-Type: application/json" \\
  -d '{"code":"print(\\"Hello World\\")","language":"python","timeout_sec":10}'</pre>
<p>The same as a document for programs: <a href="/openapi.json">/openapi.json</a>. Live runs over Socket.IO, on this
port as well, are described in <code>docs/socket.md</code> of the sources.</p>
${operations.join('\n')}
</main></body></html>`;
}

function operationSection(method: string, path: string, operation: Operation): string {
  const body = operation.requestBody?.content['application/json'];
  const answers = Object.entries(operation.responses).map(
    ([status, answer]) => `<tr><td><code>${status}</code></td><td>${prose(answer.description)}</td></tr>`,
  );
  const success = operation.responses['200']?.content?.['application/json'];
  return `<section><h2><code>${method.toUpperCase()} ${escapeHtml(path)}</code></h2>
<p><b>${escapeHtml(operation.summary)}.</b> ${prose(operation.description)}</p>
${body ? `<h3>Body</h3>${fieldTable(body.schema)}${exampleBlock(body.example)}` : ''}
${success ? `<h3>Answer</h3>${fieldTable(success.schema)}${exampleBlock(success.example)}` : ''}
<h3>Status</h3><table>${answers.join('')}</table></section>`;
}

function fieldTable(schema: Schema): string {
  return `<table>${fieldRows(schema).join('')}</table>`;
}

/** A row for each field; those of an object follow it, `limits.wall_ms` behind `limits` and `tests[].name` behind `tests`. */
function fieldRows(schema: Schema, prefix = ''): string[] {
  const required = new Set(Array.isArray(schema['required']) ? schema['required'] : []);
  return Object.entries(recordOf(schema['properties'])).flatMap(([name, value]) => {
    const field = recordOf(value);
    const about = field['description'] === undefined ? '' : `. ${prose(String(field['description']))}`;
    const row = `<tr><td><code>${escapeHtml(prefix + name)}</code></td><td>${escapeHtml(typeOf(field))}${about}</td><td>${
      required.has(name) ? 'always' : 'optional'
    }</td></tr>`;
    const inner = field['type'] === 'array' ? fieldRows(recordOf(field['items']), `${prefix}${name}[].`) : [];
    return [row, ...fieldRows(field, `${prefix}${name}.`), ...inner];
  });
}

/** A schema in a few words: `text, at most 64 characters`, `list of object`, `text or null`. */
function typeOf(schema: Schema): string {
  const choices = schema['anyOf'] ?? schema['oneOf'];
  if (Array.isArray(choices))
    return [...new Set(choices.map((choice) => typeOf(recordOf(choice))))].join(' or ');
  if (Array.isArray(schema['enum'])) return schema['enum'].map((value) => JSON.stringify(value)).join(' or ');
  if ('const' in schema) return JSON.stringify(schema['const']);
  if (schema['type'] === 'array') return `list of ${typeOf(recordOf(schema['items']))}`;
  if (schema['type'] === 'string') return lengthRule(schema);
  if (schema['type'] === 'integer') return rangeRule('whole number', schema);
  if (schema['type'] === 'number') return rangeRule('number', schema);
  return String(schema['type'] ?? 'anything');
}

function lengthRule(schema: Schema): string {
  return schema['maxLength'] === undefined ? 'text' : `text, at most ${schema['maxLength']} characters`;
}

/** `whole number from 100 to 60000, 10000 by default`, where a range is told. */
function rangeRule(what: string, { minimum, maximum, default: usual }: Schema): string {
  if (minimum === undefined || maximum === undefined || maximum === Number.MAX_SAFE_INTEGER) return what;
  return `${what} from ${minimum} to ${maximum}${usual === undefined ? '' : `, ${usual} by default`}`;
}

function exampleBlock(example: unknown): string {
  return example === undefined ? '' : `<pre>${escapeHtml(JSON.stringify(example, null, 2))}</pre>`;
}

function recordOf(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? (value as Schema) : {};
}

function prose(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

const style = `
:root { color-scheme: light dark; font: 15px/1.55 system-ui, sans-serif; }
main { max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
h2 { margin-top: 3rem; } h3 { margin-bottom: .3rem; } small { font-weight: 400; opacity: .7; }
pre, code { font-family: ui-monospace, monospace; font-size: .9em; }
pre { padding: .8rem 1rem; border: 1px solid #8886; border-radius: 8px; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
td { padding: .25rem .8rem .25rem 0; border-bottom: 1px solid #8884; vertical-align: top; }`;
