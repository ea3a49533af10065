import { AssessmentMethod, FieldOfEducation, FormOfLearning, Level } from '@laurel/events';
import { issuerId } from '../document/credential.js';
import { type Json, type JsonObject, asList, isObject } from '../document/json.js';

/** What an Open Badge says, for a person to read; members that it does not say, or not in a way that can be understood, are left out. */
export interface AchievementReading {
  readonly issuer?: { readonly id: string; readonly name?: string };
  /** Id of the subject; nobody's name. */
  readonly learner?: string;
  readonly achievement?: { readonly id?: string; readonly name?: string; readonly version?: string };
  readonly formOfLearning?: FormOfLearning;
  /** EQF level. */
  readonly level?: Level;
  readonly assessedHow?: AssessmentMethod;
  readonly fields: readonly FieldOfEducation[];
  /** Date, `2026-11-20`. */
  readonly awardedOn?: string;
}

/** Reads what `buildAchievementCredential` writes, and as much of anybody else's badge. Never throws; verify first. */
export function readAchievement(document: JsonObject): AchievementReading {
  const subject = objectIn(document.credentialSubject);
  const achievement = objectIn(subject?.achievement);
  const codes = alignmentCodes(achievement);
  const id = issuerId(document);
  return said({
    issuer: id === undefined ? undefined : said({ id, name: nameOf(objectIn(document.issuer)) }),
    learner: text(subject?.id),
    achievement: achievement && said({ id: text(achievement.id), name: nameOf(achievement), version: text(achievement.version) }),
    formOfLearning: FormOfLearning.safeParse(codes('ext:FormOfLearning')[0]).data,
    level: Level.safeParse(Number(codes('ext:EQFLevel')[0])).data,
    assessedHow: AssessmentMethod.safeParse(codes('ext:AssessmentMethod')[0]).data,
    fields: codes('ext:FieldOfEducation').filter((code) => FieldOfEducation.safeParse(code).success),
    awardedOn: text(document.awardedDate)?.slice(0, 10),
  });
}

/** The target codes of an achievement's alignments of one type. */
function alignmentCodes(achievement: JsonObject | undefined): (targetType: string) => string[] {
  const alignments = asList(achievement?.alignment).filter(isObject);
  return (targetType) => alignments.flatMap((alignment) => (alignment.targetType === targetType ? (text(alignment.targetCode) ?? []) : []));
}

const text = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
/** A name, or the first of several languages' (VC Data Model 2.0 section 11.1). */
const nameOf = (named: JsonObject | undefined): string | undefined => {
  const [first] = asList(named?.name);
  return text(isObject(first) ? first['@value'] : first);
};
const objectIn = (value: Json | undefined): JsonObject | undefined => asList(value).find(isObject);

type Said<Members> = { [Member in keyof Members]: Exclude<Members[Member], undefined> };
/** The members that are there; each stays optional in the type that it is read as. */
const said = <Members extends object>(members: Members): Said<Members> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Said<Members>;
