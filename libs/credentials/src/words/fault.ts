import { inWords } from './in-words.js';
import type { Message, MessageCode, MessageParams } from './message.js';

/** Why a proof, or something in it, is no good: a stable code, and the sentence in English. */
export interface Fault {
  readonly code: MessageCode;
  readonly params?: MessageParams;
  readonly detail: string;
}

export const fault = (code: MessageCode, params?: MessageParams): Fault => ({ code, ...(params && { params }), detail: inWords({ code, ...(params && { params }) }) });

/** A fault as what another message is about. */
export const asMessage = ({ code, params }: Fault): Message => ({ code, ...(params && { params }) });
