import { type Fault, fault, type MessageCode, type MessageParams } from '@laurel/credentials';

/** Why a foreign document is not to be had: the codes of the catalogue that begin with `fetch-`, and no other. */
export type FetchFaultCode = Extract<MessageCode, `fetch-${string}`>;

/** With `fetch-http-status` and `fetch-redirect`, `params.status` is the HTTP status. */
export interface FetchFault extends Fault {
  readonly code: FetchFaultCode;
}

export const fetchFault = (code: FetchFaultCode, params: MessageParams): FetchFault => ({ ...fault(code, params), code });

/** Carries a fault to where it becomes a result. It never leaves this folder. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly fault: FetchFault;

  constructor(code: FetchFaultCode, params: MessageParams) {
    super(code);
    this.fault = fetchFault(code, params);
  }
}
