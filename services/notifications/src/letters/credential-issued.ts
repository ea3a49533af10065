import { IssuedCredential } from '@laurel/events';
import { z } from 'zod';
import { facts, oneLine, onDay, paragraph, type Letter } from './letter.js';

export const CredentialIssued = IssuedCredential.pick({ credentialId: true, achievementName: true, providerName: true, formOfLearning: true, level: true, awardedOn: true, validUntil: true })
  .extend({ template: z.literal('credential-issued') });
export type CredentialIssued = z.infer<typeof CredentialIssued>;

export const credentialIssuedLetter = (content: CredentialIssued, origin: string): Letter => {
  const [achievement, provider] = [oneLine(content.achievementName), oneLine(content.providerName)];
  return {
    subject: `Your credential: ${achievement}`,
    heading: 'Well done: your learning counts',
    blocks: [
      paragraph(`${provider} has confirmed what you learned. You now have a credential for it.`),
      facts(
        ['Achievement', achievement],
        ['Confirmed by', provider],
        ['Achieved on', onDay(content.awardedOn)],
        ['Form of learning', content.formOfLearning],
        ['Level', content.level === undefined ? undefined : `EQF ${content.level}`],
        ['Valid until', content.validUntil === undefined ? undefined : onDay(content.validUntil)],
        ['Credential', content.credentialId],
      ),
      paragraph('It stands in your learning record, beside everything else you have learned, and it is yours to keep. Whoever you show it to can check that it is genuine.'),
      { kind: 'link', label: 'Sign in with this e-mail address to see your record', url: origin },
    ],
    reason: `You get this because ${provider} recorded something that you have learned. If that is not so, please tell ${provider}.`,
  };
};
