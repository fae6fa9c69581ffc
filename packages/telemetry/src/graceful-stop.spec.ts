import { EventEmitter, once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { gracefulStop } from './graceful-stop.js';

function scene(steps: Record<string, () => unknown>, timeoutMs = 10_000) {
  const source = new EventEmitter();
  const ran: string[] = [];
  const exits: number[] = [];
  const handle = gracefulStop({
    steps: Object.entries(steps).map(([name, stop]) => ({
      name,
      stop: async () => {
        await stop();
        ran.push(name);
      },
    })),
    timeoutMs,
    exit: (code) => void exits.push(code),
    source,
  });
  return { source, ran, exits, handle };
}

describe('graceful stop', () => {
  it('runs the steps in order, once, even if signals arrive twice', async () => {
    const gate = new EventEmitter();
    const { source, ran, exits, handle } = scene({
      listener: () => once(gate, 'open'),
      store: () => undefined,
    });
    source.emit('SIGTERM');
    source.emit('SIGTERM');
    source.emit('SIGINT');
    gate.emit('open');
    await handle.stop();
    source.emit('SIGTERM');
    await handle.stop();
    expect(ran).toEqual(['listener', 'store']);
    expect(exits).toEqual([0]);
  });

  it('goes on after a failing step and exits with 1', async () => {
    const { ran, exits, handle } = scene({
      bad: () => Promise.reject(new Error('no')),
      good: () => undefined,
    });
    await handle.stop();
    expect(ran).toEqual(['good']);
    expect(exits).toEqual([1]);
  });

  it('does not wait for ever', async () => {
    const { exits, handle } = scene({ stuck: () => new Promise(() => undefined) }, 1);
    await handle.stop();
    expect(exits).toEqual([1]);
  });

  it('takes its handlers off', () => {
    const { source, handle } = scene({});
    expect(source.listenerCount('SIGTERM')).toBe(1);
    handle.dispose();
    expect(source.listenerCount('SIGTERM') + source.listenerCount('SIGINT')).toBe(0);
  });
});
