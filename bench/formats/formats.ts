import { CredentialFormat, lint, openCredential, resolveOffline, verifyCredential } from '@laurel/credentials';
import { digitalBazaar, type Implementation, jose, SAMPLE_NOW as now, sdJwtVcLibrary } from '@laurel/credentials/foreign';
import type { Benchmark } from '../harness/benchmark.js';
import { interleave, repeat } from '../harness/interleave.js';
import { perCpuSecond } from '../harness/per-cpu-second.js';
import { compare, report, type Row } from '../harness/row.js';
import { documentsOf, secureOurs, shown, signOurs, signerOf } from './samples.js';

const PEERS: readonly Required<Implementation>[] = [digitalBazaar, jose, sdJwtVcLibrary];
/** Whose signature is over the text of a credential, whatever it means. */
const TEXT_FORMATS = ['vc-jwt-eddsa', 'vc-jwt-es256', 'sd-jwt-vc'] as const;
const peerOf = (format: CredentialFormat): Required<Implementation> | undefined => PEERS.find(({ formats }) => formats.includes(format));

/** Does something to the next of these each time, and begins again when all have had their turn. */
const inTurn = <Each>(all: readonly Each[], work: (each: Each) => Promise<unknown>) => () =>
  perCpuSecond((turn) => work(all[turn % all.length] as Each));

type Measured = Pick<Row, 'id' | 'what' | 'unit'> & { readonly goal?: number };

async function measured(row: Measured, ours: () => Promise<number>, peer?: { readonly name: string; readonly theirs: () => Promise<number> }): Promise<Row> {
  if (!peer) return report(row, await repeat(ours));
  return compare({ ...row, against: `${peer.name}, the same with the same key` }, await interleave({ ours, theirs: peer.theirs }));
}

/** A credential in each format, from the document to what is sent: linted, canonicalized, signed. */
export const issueFormats: Benchmark = {
  id: 'formats-issue',
  measure: () => each(CredentialFormat.options, async (format) => {
    const documents = documentsOf(format);
    const peer = peerOf(format);
    const secure = await peer?.secures(format, signerOf(format), now);
    const row = { id: `formats-issue-${format}`, what: `a credential linted and secured as ${format}`, unit: 'credentials/CPU-s' };
    return measured(row, inTurn(documents, (document) => secureOurs(format, document, now)), peer && secure && { name: peer.name, theirs: inTurn(documents, secure) });
  }),
};

/** The signature alone, where it is over the text of a credential: what the peer does, who looks at nothing but the text. */
export const signFormats: Benchmark = {
  id: 'formats-sign',
  measure: () => each(TEXT_FORMATS, async (format) => {
    const documents = documentsOf(format);
    const peer = peerOf(format);
    const secure = await peer?.secures(format, signerOf(format), now);
    const row = { id: `formats-sign-${format}`, what: `a linted credential secured as ${format}`, unit: 'credentials/CPU-s', ...(format.startsWith('vc-jwt') && { goal: 1 }) };
    return measured(row, inTurn(await Promise.all(documents.map(lint)), (linted) => signOurs(format, linted, now)), peer && secure && { name: peer.name, theirs: inTurn(documents, secure) });
  }),
};

/** What is sent in each format, from the text to the verdict of every check that needs nobody else. */
export const verifyFormats: Benchmark = {
  id: 'formats-verify',
  measure: () => each(CredentialFormat.options, async (format) => {
    const sent = await Promise.all(documentsOf(format).map((document) => shown(format, document, now)));
    const peer = peerOf(format);
    const row = { id: `formats-verify-${format}`, what: `a credential as ${format}, with every check of its content`, unit: 'credentials/CPU-s' };
    const ours = inTurn(sent, (one) => verifyCredential(openCredential(one), { now, resolveKey: resolveOffline }));
    return measured(row, ours, peer && { name: peer.name, theirs: inTurn(sent, (one) => peer.accepts(format, one, now)) });
  }),
};

async function each(formats: readonly CredentialFormat[], measure: (format: CredentialFormat) => Promise<Row>): Promise<Row[]> {
  const rows: Row[] = [];
  for (const format of formats) rows.push(await measure(format));
  return rows;
}
