import type { CapacityState } from '@stezhka/vocabulary';
import { type FormEvent, useEffect, useState } from 'react';
import { Button } from '../ui/button.js';
import { ErrorSummary, type FieldFault, useFaultOf } from '../ui/error-summary.js';
import { Radios } from '../ui/radios.js';
import { TextInput } from '../ui/text-input.js';
import { useWords } from '../words/use-words.js';
import { missingIn, type Room } from './room.js';

/** Whether there is room, and how many places where they are counted. */
export function RoomForm(props: {
  readonly id: string;
  /** Id of what the form is about. */
  readonly about: string;
  readonly first: Room;
  readonly busy: boolean;
  readonly onSay: (room: Room) => void;
  readonly onLeave: () => void;
}) {
  const { id, about, first, busy, onSay, onLeave } = props;
  const { t, options } = useWords();
  const [room, setRoom] = useState(first);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const faultOf = useFaultOf(faults);
  // It stands where the button was that opened it.
  useEffect(() => document.getElementById(`${id}-state`)?.focus(), [id]);
  const say = (event: FormEvent) => {
    event.preventDefault();
    const missing = missingIn(room, id);
    setFaults(missing);
    if (missing.length === 0) onSay(room);
  };
  return (
    <form className="service-form" aria-labelledby={about} onSubmit={say} noValidate>
      <ErrorSummary faults={faults} />
      <Radios
        id={`${id}-state`}
        label={t('services.state')}
        // That it is not known is what others read; nobody says it.
        choices={options<CapacityState>('capacityStates').filter(({ value }) => value !== 'unknown')}
        value={room.state}
        error={faultOf(`${id}-state`)}
        onChange={(state) => setRoom({ ...room, state })}
      />
      {room.state !== 'no-capacity' && (
        <TextInput
          id={`${id}-available`}
          label={t('services.available')}
          hint={t('services.available.hint')}
          kind="number"
          narrow
          value={room.available}
          error={faultOf(`${id}-available`)}
          onChange={(available) => setRoom({ ...room, available })}
        />
      )}
      <TextInput
        id={`${id}-maximum`}
        label={t('services.maximum')}
        kind="number"
        narrow
        value={room.maximum}
        error={faultOf(`${id}-maximum`)}
        onChange={(maximum) => setRoom({ ...room, maximum })}
      />
      <div className="acts">
        <Button type="submit" busy={busy}>
          {t('services.save')}
        </Button>
        <Button kind="quiet" busy={busy} onPress={onLeave}>
          {t('services.leave')}
        </Button>
      </div>
    </form>
  );
}
