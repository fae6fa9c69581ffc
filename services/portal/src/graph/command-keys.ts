/**
 * A command that is sent twice must take effect once: its key is made with its first attempt and goes along on every
 * retry, until it succeeded or says something else.
 */
export interface CommandKeys {
  /** The key of a command with this content: the same as before if it did not succeed yet. */
  keyFor(name: string, content: unknown): string;
  /** It took effect: the next one of this name is a new command. */
  done(name: string): void;
}

/** @param newKey 8 to 64 letters, digits, - or _; never the same twice */
export function createCommandKeys(newKey: () => string): CommandKeys {
  const pending = new Map<string, { readonly content: string; readonly key: string }>();
  return {
    keyFor(name, content) {
      const text = JSON.stringify(content);
      const earlier = pending.get(name);
      if (earlier?.content === text) return earlier.key;
      const key = newKey();
      pending.set(name, { content: text, key });
      return key;
    },
    done(name) {
      pending.delete(name);
    },
  };
}
