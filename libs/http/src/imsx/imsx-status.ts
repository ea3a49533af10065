import type { Problem } from '@laurel/runtime';
import { z } from 'zod';

/** Why a request was refused, as the APIs of 1EdTech say it (Open Badges 3.0 appendix B.3). */
export const StatusInfo = z.object({
  imsx_codeMajor: z.enum(['failure', 'processing', 'success', 'unsupported']),
  imsx_severity: z.enum(['error', 'status', 'warning']),
  imsx_description: z.string().optional(),
  imsx_codeMinor: z.object({
    imsx_codeMinorField: z.array(z.object({
      imsx_codeMinorFieldName: z.string().meta({ description: 'the system that says so' }),
      imsx_codeMinorFieldValue: z.enum([
        'forbidden', 'fullsuccess', 'internal_server_error', 'invalid_data', 'invalid_query_parameter', 'misdirected_request', 'not_acceptable', 'not_allowed', 'not_found',
        'not_modified', 'server_busy', 'unauthorizedrequest', 'unknown',
      ]),
    })).min(1),
  }).optional(),
});
export type StatusInfo = z.infer<typeof StatusInfo>;

type Minor = NonNullable<StatusInfo['imsx_codeMinor']>['imsx_codeMinorField'][number]['imsx_codeMinorFieldValue'];

const MINOR: Readonly<Record<number, Minor>> = {
  400: 'invalid_data', 401: 'unauthorizedrequest', 403: 'forbidden', 404: 'not_found', 405: 'not_allowed', 406: 'not_acceptable', 413: 'invalid_data', 415: 'invalid_data', 422: 'invalid_data',
  429: 'server_busy', 500: 'internal_server_error',
};

/** Where answers have this form. */
export const isImsx = (path: string): boolean => path.startsWith('/ims/');

/** A refusal and its HTTP status in that form; what is wrong with a query is a 400 there (appendix B.3.6). */
export function statusInfo({ kind: { status, title }, detail }: Problem, method: string, origin: string): { status: number; body: StatusInfo } {
  const isQuery = status === 422 && (method === 'GET' || method === 'HEAD');
  const minor = isQuery ? 'invalid_query_parameter' : (MINOR[status] ?? 'unknown');
  return {
    status: isQuery ? 400 : status,
    body: {
      imsx_codeMajor: status === 405 ? 'unsupported' : 'failure',
      imsx_severity: status === 404 ? 'status' : 'error',
      imsx_description: `${title}: ${detail}`,
      imsx_codeMinor: { imsx_codeMinorField: [{ imsx_codeMinorFieldName: origin, imsx_codeMinorFieldValue: minor }] },
    },
  };
}
