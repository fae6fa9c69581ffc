/**
 * Whether this process should be asked anything now. Each part that can fall behind or stop answers for itself;
 * the whole is ready only when every part is.
 */
export interface Readiness {
  readonly ready: boolean;
  /** How long, in milliseconds, the part has known of work that it has not done yet. */
  readonly lagMs?: number;
  /** Why it is not ready, as a code. */
  readonly reason?: string;
}

export type ReadinessContributor = () => Readiness | Promise<Readiness>;

export interface HealthReport {
  readonly ready: boolean;
  readonly parts: Readonly<Record<string, Readiness>>;
}

export interface Health {
  /** Returns the function that takes the part out again. */
  contribute(name: string, contributor: ReadinessContributor): () => void;
  report(): Promise<HealthReport>;
}

export function createHealth(): Health {
  const contributors = new Map<string, ReadinessContributor>();
  return {
    contribute(name, contributor) {
      contributors.set(name, contributor);
      return () => {
        if (contributors.get(name) === contributor) contributors.delete(name);
      };
    },
    async report() {
      const parts = await Promise.all(
        [...contributors].map(async ([name, contributor]) => [name, await answerOf(contributor)] as const),
      );
      return { ready: parts.every(([, part]) => part.ready), parts: Object.fromEntries(parts) };
    },
  };
}

async function answerOf(contributor: ReadinessContributor): Promise<Readiness> {
  try {
    return await contributor();
  } catch {
    return { ready: false, reason: 'check_failed' };
  }
}
