/** Of which moment, and as known when. */

export interface Moments {
  /** In the field's own time: what happened, or took effect, by then. */
  readonly asOf: Date;
  /** In the record's time: what had been typed in by then. */
  readonly asKnownAt: Date;
}

export interface Asked {
  readonly asOf?: Date | null | undefined;
  readonly asKnownAt?: Date | null | undefined;
}

const HOUR_MS = 3_600_000;

/**
 * Now, unless the past is asked for, and that by whole hours: to the minute, what an actor said of its room would tell
 * at which moment it declined whom. There is no looking ahead.
 */
export function momentsOf({ asOf, asKnownAt }: Asked, now: Date): Moments {
  const past = (asked: Date | null | undefined) => {
    if (!asked || asked >= now) return now;
    const moment = asked.getTime();
    return new Date(moment - (((moment % HOUR_MS) + HOUR_MS) % HOUR_MS));
  };
  return { asOf: past(asOf), asKnownAt: past(asKnownAt) };
}
