import type { CredentialFormat } from '../formats/credential-format.js';

/** How many of those that were shown were taken for genuine. */
export interface Taken {
  readonly of: number;
  readonly accepted: number;
}

/** One format between Laurel and one implementation: what each says of the other's, as it was signed and altered. */
export interface Cell {
  readonly ours: Taken;
  readonly oursAltered: Taken;
  /** Undefined where it signs nothing. */
  readonly theirs?: Taken;
  readonly theirsAltered?: Taken;
}

interface Column {
  /** The npm package with its version. */
  readonly title: string;
  readonly cells: ReadonlyMap<CredentialFormat, Cell>;
}

const BEGIN = '<!-- judges -->';
const END = '<!-- /judges -->';

/** The page with this text between the marks; at its end, where it has none yet. */
export function withMatrix(page: string, text: string): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  const section = `${BEGIN}\n${text}\n${END}`;
  if (from === -1 || to === -1) return `${page === '' ? '# Conformance\n' : page}\n## Foreign judges\n${section}\n`;
  return `${page.slice(0, from)}${section}${page.slice(to + END.length)}`;
}

/** A table in Markdown: a line for each format, a column for each implementation. */
export function matrixOf(formats: readonly CredentialFormat[], columns: readonly Column[]): string {
  const head = ['format', ...columns.map(({ title }) => title)];
  const lines = formats.map((format) => [`\`${format}\``, ...columns.map(({ cells }) => cellText(cells.get(format)))]);
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const cellText = (cell: Cell | undefined): string =>
  cell ? `ours ${taken(cell.ours)}, altered ${taken(cell.oursAltered)}; ${cell.theirs && cell.theirsAltered ? `theirs ${taken(cell.theirs)}, altered ${taken(cell.theirsAltered)}` : 'signs nothing'}` : '';

const taken = ({ accepted, of }: Taken): string => `${accepted} of ${of}`;
