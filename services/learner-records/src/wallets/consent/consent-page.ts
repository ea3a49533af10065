import { MEANING } from '../wallet-scope.js';
import { PARAMETERS, type AuthorizationRequest, type Parameters } from './authorization-request.js';
import { escaped, page } from './page.js';

/** Where a learner is on the way: asked for their address, or for the code in their mail. */
export interface Stage {
  readonly email?: string;
  /** What was wrong with what they sent. */
  readonly wrong?: string;
}

/** Asks a learner whether a wallet may read, and to sign in for it. */
export function consentPage(city: string, { wallet: { metadata }, scopes }: AuthorizationRequest, parameters: Parameters, { email, wrong }: Stage): string {
  const { client_name, client_uri, logo_uri, tos_uri, policy_uri } = metadata;
  const carried = PARAMETERS.map((name) => hidden(name, parameters.get(name) ?? '')).join('');
  const link = (url: string, text: string) => `<a href="${escaped(url)}" rel="noreferrer noopener" target="_blank">${escaped(text)}</a>`;
  return page(`${city}: ${client_name}`, `<img src="${escaped(logo_uri)}" alt=""><h1>${escaped(client_name)} asks to read your record in ${escaped(city)}</h1>
<p>It is at ${link(client_uri, new URL(client_uri).hostname)} (${link(tos_uri, 'terms')}, ${link(policy_uri, 'privacy')}). If you allow it, it can:</p>
<ul>${scopes.map((scope) => `<li>${escaped(MEANING[scope])}</li>`).join('')}</ul>
<p>It cannot change anything. You can take this back at any time.</p>
${wrong === undefined ? '' : `<p class="wrong" role="alert">${escaped(wrong)}</p>`}
<form method="post" action="/oauth/learners/authorize">${carried}${email === undefined ? addressFields : codeFields(email)}
<button class="no" name="decision" value="deny" formnovalidate>Do not allow</button></form>`);
}

const hidden = (name: string, value: string): string => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`;

const addressFields = `<label for="email">Your e-mail address</label><input id="email" name="email" type="email" autocomplete="email" required maxlength="254">
<button name="decision" value="ask">Mail me a code</button>`;

const codeFields = (email: string): string => `${hidden('email', email)}<p>If ${escaped(email)} is known here, a mail with a code is on its way.</p>
<label for="code">The six digits of the mail</label><input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9]{6}" required>
<button name="decision" value="allow">Allow</button>`;

/** For a request that nobody can be sent back with. */
export const strayPage = (city: string): string =>
  page(city, `<h1>This link leads nowhere</h1><p>The wallet that sent you here is not known, or did not say where you should return to. Go back to it and try again; nothing was given to it.</p>`);
