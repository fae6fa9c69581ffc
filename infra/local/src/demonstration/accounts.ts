/** A sign-in that the start prints. */
export interface DemonstrationAccount {
  readonly name: string;
  readonly password: string;
  readonly actor: string;
  readonly roles: readonly string[];
  /** What to sign in as her for. */
  readonly goodFor?: string;
}

/** Everybody's in the demonstration; such accounts exist nowhere else. */
export const demonstrationPassword = 'stezhka-demo';
