import { useEffect, useRef, useState } from 'react';
import type { OwnServiceFragment } from '../graph/generated/graphql.js';
import { ReportCapacityDocument } from '../graph/generated/own-services.js';
import { useCommands } from '../graph/use-commands.js';
import { Button } from '../ui/button.js';
import { FaultNotice } from '../ui/fault-notice.js';
import { Notice } from '../ui/notice.js';
import { Tag, type Tone } from '../ui/tag.js';
import { useWords } from '../words/use-words.js';
import { isKnown, type Room, roomOf, told } from './room.js';
import { RoomForm } from './room-form.js';

/** Whatever was said first is newer. */
const nothingSeen = new Date(0).toISOString();

interface ServiceCardProps {
  readonly actorId: string;
  readonly service: OwnServiceFragment;
  /** Something was said, or refused because it is otherwise by now. */
  readonly onAnswer: () => void;
}

/** One service and its room: said again with one press where it is still so, or said anew. */
export function ServiceCard({ actorId, service, onAnswer }: ServiceCardProps) {
  const { t, label, list } = useWords();
  const { busy, fault, send, forget } = useCommands();
  const heading = useRef<HTMLHeadingElement>(null);
  const [open, setOpen] = useState(false);
  const [recorded, setRecorded] = useState(false);
  const { id: serviceId, capacity, oblasts } = service;
  const name = label('serviceCodes', service.service);
  const where = list(oblasts.map((oblast) => label('oblasts', oblast)));
  const { updatedAt } = capacity;
  const seen = useRef(updatedAt);
  const isTold = useRef(false);
  // Of what was newer she is told once, with what it is: what comes after that she has not seen either.
  useEffect(() => {
    if (fault?.code !== 'STALE_REVISION' || isTold.current || updatedAt === seen.current) return;
    seen.current = updatedAt;
    isTold.current = true;
  }, [fault, updatedAt]);
  const headingId = `service-${serviceId}`;

  const say = async (room: Room, seenAt: typeof updatedAt) => {
    if (busy) return;
    setRecorded(false);
    isTold.current = false;
    const input = { actorId, serviceId, ...told(room), seenAt: seenAt ?? nothingSeen };
    const said = await send('reportCapacity', ReportCapacityDocument, input);
    onAnswer();
    if (!said) return;
    setOpen(false);
    setRecorded(true);
  };
  const change = (opened: boolean) => {
    seen.current = updatedAt;
    setOpen(opened);
    setRecorded(false);
    forget();
    // What was pressed is gone with the form.
    if (!opened) heading.current?.focus();
  };

  return (
    <li className="card service">
      <h2 ref={heading} id={headingId} className="card-title" tabIndex={-1}>
        {name}
      </h2>
      {where && <p className="card-where">{where}</p>}
      <SaidOf capacity={capacity} />
      {recorded && <Notice kind="success" title={t('services.recorded')} focus />}
      <FaultNotice fault={fault} />
      {open ? (
        <RoomForm
          id={`room-${serviceId}`}
          about={headingId}
          first={roomOf(capacity)}
          busy={busy}
          onSay={(room) => void say(room, seen.current)}
          onLeave={() => change(false)}
        />
      ) : (
        <div className="acts">
          {isKnown(capacity) && (
            <Button kind="quiet" busy={busy} onPress={() => void say(roomOf(capacity), updatedAt)}>
              {t('services.still')}
              <About name={name} where={where} />
            </Button>
          )}
          <Button kind="quiet" onPress={() => change(true)}>
            {t(isKnown(capacity) ? 'services.change' : 'services.say')}
            <About name={name} where={where} />
          </Button>
        </div>
      )}
    </li>
  );
}

/** Which of several services a button is for, to those who hear it among others that read alike. */
const About = ({ name, where }: { readonly name: string; readonly where: string }) => (
  <span className="only-heard"> {[name, where].filter(Boolean).join(', ')}</span>
);

const tones: Readonly<Record<OwnServiceFragment['capacity']['state'], Tone>> = {
  capacity: 'good',
  'no-capacity': 'bad',
  waitlist: 'waiting',
  'additional-assessment-required': 'waiting',
  unknown: 'warn',
};

/** What others read of it, and since when. */
function SaidOf({ capacity }: Pick<OwnServiceFragment, 'capacity'>) {
  const { t, label, moment } = useWords();
  const { state, available, maximum, updatedAt, stale } = capacity;
  const free = available ? t('services.free', { count: available }) : undefined;
  const all = typeof maximum === 'number' ? t('services.all', { count: maximum }) : undefined;
  return (
    <div className="service-room">
      <p className="card-tags">
        <Tag tone={tones[state]}>{label('capacityStates', state)}</Tag>
        {[free, all].filter(Boolean).join(' · ')}
      </p>
      <p className={stale ? 'service-stale' : 'card-where'}>
        {updatedAt
          ? t(stale ? 'services.stale' : 'services.said', { when: moment(updatedAt) })
          : t('services.never')}
      </p>
    </div>
  );
}
