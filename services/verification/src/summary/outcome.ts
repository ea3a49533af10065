import { oneLine, type JsonObject } from '@laurel/credentials';
import { parseUrl } from '@laurel/runtime';
import { z } from 'zod';

/** At most so many of each are told; whoever wants them all has the credential. */
const MOST = 20;
const DESCRIPTION = 1_000;

const line = (most: number) => z.string().transform((text) => oneLine(text, most)).optional().catch(undefined);
const optional = <Value extends z.ZodType>(value: Value) => value.optional().catch(undefined);
/** JSON-LD lets one value stand for a list of one. What is not in its form is left out. */
const some = <Item extends z.ZodType>(item: Item) =>
  z.unknown().optional().transform((value) => [value].flat().slice(0, MOST).flatMap((one) => item.safeParse(one).data ?? []));

/** Open Badges 3.0 appendix B: Evidence, whose id is its page; Result and ResultDescription. */
const Evidence = z.object({ id: optional(z.string().max(2_000)), name: line(200), description: line(DESCRIPTION), narrative: line(DESCRIPTION), genre: line(200) });
const Result = z.object({ resultDescription: optional(z.string()), value: line(200), status: line(50) });
const Description = z.object({ id: z.string(), name: line(200), resultType: line(200) });
const Subject = z.object({ creditsEarned: optional(z.number()), result: some(Result), achievement: optional(z.object({ resultDescription: some(Description) })) });
const Document = z.object({ evidence: some(Evidence), credentialSubject: z.unknown().optional().transform((value) => Subject.safeParse([value].flat()[0]).data) });

/** What came of the learning, and what shows it; only what can be understood. Never throws; verify first. */
export function outcomeOf(document: JsonObject) {
  const { evidence, credentialSubject } = Document.parse(document);
  const descriptions = credentialSubject?.achievement?.resultDescription ?? [];
  const results = (credentialSubject?.result ?? []).map(({ resultDescription, value, status }) => {
    const { name, resultType } = descriptions.find(({ id }) => id === resultDescription) ?? {};
    return { name, resultType, value, status };
  });
  const hours = Number(results.find(isHours)?.value);
  return {
    evidence: evidence.map(({ id, name, description, narrative, genre }) => membersOf({ name, url: webUrl(id), description: description ?? narrative, genre })).filter((one) => Object.keys(one).length > 0),
    results: results.filter((result) => !isHours(result) && (result.value ?? result.status) !== undefined).map(({ name, value, status }) => membersOf({ name, value, status })),
    hours: Number.isFinite(hours) ? hours : undefined,
    credits: credentialSubject?.creditsEarned,
  };
}

const isHours = ({ resultType }: { readonly resultType?: string | undefined }): boolean => resultType === 'ext:LearningHours';

/** In the form in which it is safe to show: percent-encoded, with an ASCII host. */
const webUrl = (id = ''): string | undefined => (/^https?:\/\//i.test(id) ? parseUrl(id)?.href : undefined);

/** The members that there are. */
export const membersOf = <Members extends object>(members: Members): { [Name in keyof Members]?: Exclude<Members[Name], undefined> } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as { [Name in keyof Members]?: Exclude<Members[Name], undefined> };
