import { describe, expect, it } from '@jest/globals';
import { createMetrics } from './metrics.js';

describe('metrics', () => {
  it('counts an undeclared label value as other', async () => {
    const metrics = createMetrics({ service: 'referrals' });
    const count = metrics.counter({
      name: 'commands_total',
      help: 'Commands.',
      labels: { outcome: ['ok', 'refused'] },
    });
    count({ outcome: 'ok' });
    count({ outcome: 'Olena' }, 2);
    const { text } = await metrics.exposition();
    expect(text).toContain('commands_total{outcome="ok",service="referrals"} 1');
    expect(text).toContain('commands_total{outcome="other",service="referrals"} 2');
    expect(text).not.toContain('Olena');
  });

  it('keeps registries of services in one process apart', async () => {
    const [one, two] = [createMetrics({ service: 'one' }), createMetrics({ service: 'two' })];
    one.gauge({ name: 'lag', help: 'Lag.', labels: {} })({}, 1);
    two.gauge({ name: 'lag', help: 'Lag.', labels: {} })({}, 2);
    one.histogram({ name: 'wait', help: 'Wait.', labels: {}, buckets: [1] })({}, 0.5);
    expect((await one.exposition()).text).toContain('lag{service="one"} 1');
    expect((await one.exposition()).text).toContain('wait_bucket{le="1",service="one"} 1');
    expect((await two.exposition()).text).not.toContain('wait');
  });
});
