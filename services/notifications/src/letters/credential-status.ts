import { credentialStatusChanged, type CredentialStatus } from '@laurel/events';
import { z } from 'zod';
import { facts, oneLine, onDay, paragraph, type Letter } from './letter.js';

export const CredentialStatusLetter = credentialStatusChanged.data
  .pick({ credentialId: true, achievementName: true, status: true, changedBy: true, changedAt: true })
  .extend({ template: z.literal('credential-status') });
export type CredentialStatusLetter = z.infer<typeof CredentialStatusLetter>;

interface Wording {
  readonly was: string;
  readonly means: string;
}

const WORDINGS: Readonly<Record<CredentialStatus, Wording>> = {
  revoked: { was: 'withdrawn', means: 'Whoever checks it from now on is told that it no longer stands.' },
  suspended: { was: 'suspended', means: 'Until that ends, whoever checks it is told that it does not stand at the moment.' },
  superseded: { was: 'replaced', means: 'A corrected one takes its place; whoever checks the old one is told so.' },
  active: { was: 'reinstated', means: 'It stands again, as before.' },
};

export const credentialStatusLetter = (content: CredentialStatusLetter, origin: string): Letter => {
  const { was, means } = WORDINGS[content.status];
  const [achievement, who] = [oneLine(content.achievementName), oneLine(content.changedBy)];
  return {
    subject: `Your credential was ${was}: ${achievement}`,
    heading: `Your credential was ${was}`,
    blocks: [
      paragraph(`${who} has ${was} a credential of yours. ${means}`),
      facts(['Achievement', achievement], [`Was ${was} by`, who], ['On', onDay(content.changedAt)], ['Credential', content.credentialId]),
      paragraph(`If you think that this is a mistake, please ask ${who}: they decide about it, and can tell you why.`),
      { kind: 'link', label: 'Sign in with this e-mail address to see your record', url: origin },
    ],
    reason: 'You get this because the credential stands in your learning record.',
  };
};
