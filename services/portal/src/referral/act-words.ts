/** How the timeline calls what happened. */
const words: Readonly<Record<string, string>> = {
  drafted: 'act.drafted',
  prepared: 'act.prepared',
  preparation_ended: 'act.preparationEnded',
  offer_requested: 'act.offerRequested',
  offer_refused: 'act.offerRefused',
  sent: 'act.sent',
  acknowledged: 'act.acknowledged',
  accepted: 'act.accepted',
  declined: 'act.declined',
  answer_confirmed: 'act.answerConfirmed',
  started: 'act.started',
  completed: 'act.completed',
  unacknowledged: 'act.unacknowledged',
  undecided: 'act.undecided',
  expired: 'act.expired',
  withdrawn: 'act.withdrawn',
  sharing_ended: 'act.sharingEnded',
};

/** In which list the code of an act stands. */
const lists: Readonly<Record<string, string>> = {
  preparation_ended: 'preparationEndings',
  offer_refused: 'permitRefusals',
  declined: 'declineReasons',
  completed: 'outcomes',
  unacknowledged: 'silenceRungs',
  undecided: 'silenceRungs',
  withdrawn: 'withdrawReasons',
};

/** The message for an act; one that this portal does not know yet is told as a change. */
export function actWords(act: string): string {
  return words[act] ?? 'act.changed';
}

export function listOfCode(act: string): string | undefined {
  return lists[act];
}
