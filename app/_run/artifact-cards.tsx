import { formatBytes } from '#protocol/outcome-words.ts';
import type { Artifact } from '#protocol/run-event.ts';
import { bytesOfBase64 } from '../_draft/base64.ts';
import styles from './artifact-cards.module.css';
import { readTable } from './csv.ts';
import type { Findings } from './findings.ts';

const longestText = 4000;
const mostRows = 50;

/** The files that the program left in `out/`: pictures are drawn, tables and texts shown, all can be downloaded. */
export function ArtifactCards({ findings: { artifacts, leftOut } }: { findings: Findings }) {
  if (artifacts.length === 0 && leftOut.length === 0) return null;
  return (
    <section className={styles['cards']} aria-label="Files the program left in out/">
      {artifacts.map((artifact) => (
        <Card key={artifact.path} artifact={artifact} />
      ))}
      {leftOut.length > 0 && (
        <p className={styles['leftOut']}>
          Not kept, for they are too large, too many or no plain files: {leftOut.join(', ')}
        </p>
      )}
    </section>
  );
}

function Card({ artifact }: { artifact: Artifact }) {
  const { path, bytes } = artifact;
  const name = path.replace(/^out\//, '');
  return (
    <figure className={styles['card']}>
      <figcaption className={styles['caption']}>
        <span className={styles['name']}>{name}</span>
        <span className={styles['size']}>{formatBytes(bytes)}</span>
        {/* Never with its own type: what a program wrote is no page of this server. */}
        <a href={`data:application/octet-stream;base64,${artifact.data}`} download={name.split('/').at(-1)}>
          Download
        </a>
      </figcaption>
      <Content artifact={artifact} name={name} />
    </figure>
  );
}

function Content({ artifact: { mediaType, data }, name }: { artifact: Artifact; name: string }) {
  const [type = ''] = mediaType.split(';');
  if (type.startsWith('image/')) {
    // A picture runs no script, not even an SVG.
    // biome-ignore lint/performance/noImgElement: nothing is left to be optimised in what is there already
    return <img className={styles['image']} src={`data:${type};base64,${data}`} alt={name} />;
  }
  if (type === 'text/html')
    return <iframe className={styles['page']} sandbox="" srcDoc={textOf(data)} title={name} />;
  if (type === 'text/csv') return <Table text={textOf(data)} />;
  if (type.startsWith('text/') || type === 'application/json') {
    const text = textOf(data);
    return (
      <pre className={styles['text']}>
        {text.slice(0, longestText) + (text.length > longestText ? '…' : '')}
      </pre>
    );
  }
  return null;
}

function Table({ text }: { text: string }) {
  const [head = [], ...rows] = readTable(text, mostRows + 2);
  return (
    <div className={styles['table']}>
      <table>
        <thead>
          <tr>
            {head.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their place
              <th key={column} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostRows).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
            <tr key={index}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their place
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > mostRows && <p>The first {mostRows} rows are shown.</p>}
    </div>
  );
}

function textOf(data: string): string {
  return new TextDecoder().decode(bytesOfBase64(data));
}
