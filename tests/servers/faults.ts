/** What can be made to go wrong between a client and a test server; `host/fault-actions.mjs` describes each. */
export type FaultKind =
  | 'refuse'
  | 'drop-answer'
  | 'answer'
  | 'answer-after'
  | 'delay'
  | 'hold'
  | 'hold-answer'
  | 'cut'
  | 'truncate'
  | 'drip'
  | 'captive-portal'
  | 'huge';

export interface FaultRule {
  readonly kind: FaultKind;
  readonly method?: string;
  /** A regular expression over path and query. */
  readonly path?: string;
  /** Matching requests that pass before the fault begins. */
  readonly skip?: number;
  /** Requests that it meets, -1 for all; 1 when absent. */
  readonly times?: number;
  /** For answer and answer-after. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Milliseconds, for delay and drip. */
  readonly ms?: number;
  /** Bytes, for huge and drip. */
  readonly bytes?: number;
}

/** A request that reached the server's address. `status` is the real server's answer, 0 when it never saw the request. */
export interface SeenRequest {
  readonly sequence: number;
  readonly at: number;
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly fault: FaultKind | null;
}

export interface Faults {
  add(rule: FaultRule): Promise<void>;
  /** Ends every fault, lets held requests go and brings the server back. */
  reset(): Promise<void>;
  /** Connections are refused and open ones broken until `up`. */
  down(): Promise<void>;
  up(): Promise<void>;
  /** Lets go what `hold` and `hold-answer` keep; says how many that were. */
  release(): Promise<number>;
  /** How many requests are kept now. */
  held(): Promise<number>;
  /** Requests seen after that sequence number (0 for all), oldest first. */
  requests(after?: number): Promise<readonly SeenRequest[]>;
}

/** Asks a control endpoint; throws with its words when it refuses. */
export async function askControl<Answer>(
  controlUrl: string,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<Answer> {
  const response = await fetch(`${controlUrl}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`control ${method} ${path}: ${JSON.stringify(answer)}`);
  return answer as Answer;
}

/** The faults of one running server. */
export function faultsOf(controlUrl: string): Faults {
  const post = async (path: string, body?: unknown): Promise<void> => {
    await askControl<unknown>(controlUrl, 'POST', path, body);
  };
  return {
    add: (rule) => post('/faults', rule),
    reset: () => post('/reset'),
    down: () => post('/down'),
    up: () => post('/up'),
    release: async () => (await askControl<{ released: number }>(controlUrl, 'POST', '/release')).released,
    held: async () => (await askControl<{ held: number }>(controlUrl, 'GET', '/held')).held,
    requests: async (after = 0) =>
      (await askControl<{ requests: readonly SeenRequest[] }>(controlUrl, 'GET', `/requests?after=${after}`)).requests,
  };
}
