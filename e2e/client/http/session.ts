import type { z } from 'zod';
import type { Connection, Request } from './connection.js';
import { refusalOf, type Answer } from './answer.js';
import type { TokenSource } from './tokens.js';

/** Requests in somebody's name; without `tokens`, in nobody's. */
export class Session {
  constructor(readonly connection: Connection, private readonly tokens?: TokenSource) {}

  get<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
    return this.ask({ method: 'GET', path }, schema);
  }

  post<Schema extends z.ZodType>(path: string, json: unknown, schema: Schema, idempotent = false): Promise<z.infer<Schema>> {
    return this.ask({ method: 'POST', path, json, idempotent }, schema);
  }

  /** The parsed body of a 2xx. @throws Refused for any other answer; ZodError when the answer is not what api.md promises */
  async ask<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.infer<Schema>> {
    return schema.parse((await this.send(request)).body);
  }

  /** A 2xx answer. @throws Refused for any other */
  async send(request: Request): Promise<Answer> {
    const answer = await this.answer(request);
    if (answer.status >= 200 && answer.status < 300) return answer;
    throw refusalOf(`${request.method} ${request.path}`, answer);
  }

  private async answer(request: Request): Promise<Answer> {
    if (!this.tokens) return this.connection.send(request);
    const token = await this.tokens.token();
    const answer = await this.connection.send(withToken(request, token));
    if (answer.status !== 401) return answer;
    const renewed = await this.tokens.token(token);
    return renewed === token ? answer : this.connection.send(withToken(request, renewed));
  }
}

const withToken = (request: Request, token: string): Request => ({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } });
