import type { CredentialFormat } from '@laurel/credentials';

/** What is saved as a file rather than read as JSON. */
const EXTENSIONS: Partial<Readonly<Record<CredentialFormat, string>>> = { 'vc-jwt-eddsa': 'jwt', 'vc-jwt-es256': 'jwt', 'sd-jwt-vc': 'sd-jwt', png: 'png', svg: 'svg' };

/** Content-Disposition (RFC 6266): the achievement's name, in ASCII and whole (RFC 8187); undefined for JSON. */
export function contentDisposition(format: CredentialFormat, achievementName: string): string | undefined {
  const extension = EXTENSIONS[format];
  if (extension === undefined) return undefined;
  const plain = achievementName.normalize('NFKD').replace(/[^\w .-]/g, '').replace(/^[ .]+|[ .]+$/g, '') || 'credential';
  const whole = encodeURIComponent(achievementName).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}.${extension}"; filename*=UTF-8''${whole}.${extension}`;
}
