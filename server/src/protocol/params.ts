/** What a request of our own is sent may be anything: these take from it what is of the right kind. */
export type Params = Readonly<Record<string, unknown>>;

export function paramsOf(sent: unknown): Params {
  return sent !== null && typeof sent === 'object' ? (sent as Params) : {};
}

export function textIn(params: Params, name: string): string | undefined {
  const value = params[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A whole number from 0 to a limit; one out of these bounds is moved into them. */
export function numberIn(params: Params, name: string, otherwise: number, most = Number.MAX_SAFE_INTEGER): number {
  const value = params[name];
  return typeof value === 'number' && Number.isFinite(value)
    ? Math.min(Math.max(0, Math.floor(value)), most)
    : otherwise;
}
