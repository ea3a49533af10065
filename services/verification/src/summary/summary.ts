import { inWords, type Language, Message, MessageCode, MessageParams } from '@laurel/credentials';
import { AssessmentMethod, CalendarDate, CredentialStatus, FormOfLearning, Instant, Level, Trust } from '@laurel/events';
import { z } from 'zod';

/** Something to be known although nothing failed: its code, what it is about, and the text. */
const Warning = z.object({ code: MessageCode, params: MessageParams.optional(), detail: z.string() });

/** The texts of a summary as the messages that they are, by their members: what is needed to say them in another language. */
const Messages = z.object({ sentence: Message, learner: Message.optional(), recognisedFor: Message.optional(), reason: Message.optional() });

/** What an employer needs to know, in plain words. What could not be read, or is not to be believed, is left out. */
export const Summary = z.object({
  issuer: z.string().optional(),
  /** Who recognised the issuer for this when it was issued, and for what. */
  recognisedBy: z.string().optional(),
  recognisedFor: z.string().optional(),
  trust: Trust.optional(),
  /** How the credential says who the learner is; ours name nobody. */
  learner: z.string().optional(),
  achievement: z.string().optional(),
  formOfLearning: FormOfLearning.optional(),
  /** EQF. */
  level: Level.optional(),
  assessedHow: AssessmentMethod.optional(),
  /** What shows it; at most 20, as of the results. */
  evidence: z.array(z.object({ name: z.string().optional(), url: z.string().optional(), description: z.string().optional(), genre: z.string().optional() })).optional(),
  results: z.array(z.object({ name: z.string().optional(), value: z.string().optional(), status: z.string().optional() })).optional(),
  /** Of learning. */
  hours: z.number().optional(),
  credits: z.number().optional(),
  awardedOn: CalendarDate.optional(),
  /** An instant, as the credential has it. */
  validUntil: z.string().optional(),
  status: z.enum([...CredentialStatus.options, 'expired', 'unknown']),
  /** Who changed that it stands, when and why. */
  changedBy: z.string().optional(),
  changedAt: Instant.optional(),
  reason: z.string().optional(),
  warnings: z.array(Warning).optional(),
  sentence: z.string(),
  messages: Messages,
});
export type Summary = z.infer<typeof Summary>;

/** A summary with its texts in a language. */
export function summaryIn(language: Language, { warnings, messages, ...summary }: Omit<Summary, 'sentence'>): Summary {
  const { sentence, ...parts } = messages;
  const texts = Object.entries(parts).map(([member, message]) => [member, inWords(message, language)] as const);
  return {
    ...summary,
    ...Object.fromEntries(texts),
    ...(warnings && { warnings: warnings.map((warning) => ({ ...warning, detail: inWords(warning, language) })) }),
    sentence: inWords(sentence, language),
    messages,
  };
}
