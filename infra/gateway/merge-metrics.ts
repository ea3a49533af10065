export interface Exposition {
  service: string;
  /** Prometheus text format 0.0.4. */
  text: string;
}

interface Family {
  comments: string[];
  samples: string[];
}

/**
 * One exposition out of several: each family once, its HELP and TYPE before all of its samples, as the format demands,
 * and each sample with the service that it is from (unless it says so itself).
 */
export function mergeMetrics(expositions: readonly Exposition[]): string {
  const families = new Map<string, Family>();
  for (const { service, text } of expositions) collect(families, service, text);
  return [...families.values()].flatMap(({ comments, samples }) => [...comments, ...samples]).map((line) => `${line}\n`).join('');
}

function collect(families: Map<string, Family>, service: string, text: string): void {
  const told = new Set(families.keys());
  let current = '';
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const [, named] = /^# (?:HELP|TYPE) (\S+)/.exec(line) ?? [];
    if (named === undefined && line.startsWith('#')) continue;
    // A sample of a histogram or summary has the family's name and a suffix, so it belongs to the comments before it.
    current = named ?? (belongs(line, current) ? current : nameOf(line));
    const family = families.get(current) ?? { comments: [], samples: [] };
    families.set(current, family);
    if (named === undefined) family.samples.push(labelled(line, service));
    else if (!told.has(named)) family.comments.push(line);
  }
}

const nameOf = (sample: string): string => /^[^\s{]+/.exec(sample)?.[0] ?? '';
const belongs = (sample: string, family: string): boolean => family !== '' && nameOf(sample).startsWith(family);

function labelled(sample: string, service: string): string {
  const name = nameOf(sample);
  const rest = sample.slice(name.length);
  if (!rest.startsWith('{')) return `${name}{service="${service}"}${rest}`;
  if (/[{,]service="/.test(rest)) return sample;
  return `${name}{service="${service}"${rest.startsWith('{}') ? '' : ','}${rest.slice(1)}`;
}
