/**
 * Whether two users who ask the same thing at the same moment can be given one answer. The gateway is asked from the
 * outside, so the measure is the same over any transport and for the whole network.
 */

export interface SharedAnswersOptions<User> {
  readonly users: readonly [User, User, ...User[]];
  /** Asks as this user, the same query each time. */
  ask(user: User): Promise<unknown>;
  /** Whether an answer is the one that this user, and no other of `users`, must get. */
  isOwn(user: User, answer: unknown): boolean;
  readonly rounds: number;
}

/** Asks as all users at once, `rounds` times, and counts the answers that were not the asker's own. */
export async function countForeignAnswers<User>(options: SharedAnswersOptions<User>): Promise<number> {
  let foreign = 0;
  for (let round = 0; round < options.rounds; round += 1) {
    // Each goes first as often as the other: whose answer is shared depends on who came first.
    const users = round % 2 === 0 ? options.users : [...options.users].reverse();
    const answers = await Promise.all(users.map((user) => options.ask(user)));
    foreign += answers.filter((answer, index) => !options.isOwn(users[index] as User, answer)).length;
  }
  return foreign;
}
