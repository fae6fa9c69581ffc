/**
 * Metrics whose labels cannot grow. Every label declares its values when the metric is made; any other value is
 * counted as `other`, so neither an attacker nor an id can fill the registry or write something personal into it.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Each label with all the values it may take. */
export type BoundedLabels = Readonly<Record<string, readonly string[]>>;
export type LabelValues<Labels extends BoundedLabels> = { readonly [Name in keyof Labels]: string };

export interface MetricOptions<Labels extends BoundedLabels> {
  readonly name: string;
  readonly help: string;
  readonly labels: Labels;
}

export interface Metrics {
  counter<L extends BoundedLabels>(options: MetricOptions<L>): (labels: LabelValues<L>, by?: number) => void;
  gauge<L extends BoundedLabels>(options: MetricOptions<L>): (labels: LabelValues<L>, value: number) => void;
  /** `buckets` and observed values are seconds. */
  histogram<L extends BoundedLabels>(
    options: MetricOptions<L> & { readonly buckets?: readonly number[] },
  ): (labels: LabelValues<L>, seconds: number) => void;
  /** The exposition in Prometheus' text format, and the content type to send it with. */
  exposition(): Promise<{ readonly contentType: string; readonly text: string }>;
}

const latencyBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** `process: true` adds memory, event loop and garbage collection: for one registry per process. */
export function createMetrics(options: { readonly service: string; readonly process?: boolean }): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service: options.service });
  if (options.process === true) collectDefaultMetrics({ register: registry });
  const base = <L extends BoundedLabels>({ name, help, labels }: MetricOptions<L>) => ({
    name,
    help,
    labelNames: Object.keys(labels),
    registers: [registry],
  });
  return {
    counter: (metric) => {
      const counter = new Counter(base(metric));
      return (labels, by = 1) => counter.inc(bounded(metric.labels, labels), by);
    },
    gauge: (metric) => {
      const gauge = new Gauge(base(metric));
      return (labels, value) => gauge.set(bounded(metric.labels, labels), value);
    },
    histogram: (metric) => {
      const histogram = new Histogram({ ...base(metric), buckets: [...(metric.buckets ?? latencyBuckets)] });
      return (labels, seconds) => histogram.observe(bounded(metric.labels, labels), seconds);
    },
    exposition: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}

function bounded(allowed: BoundedLabels, given: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(allowed).map(([label, values]) => {
      const value = given[label];
      return [label, value !== undefined && values.includes(value) ? value : 'other'];
    }),
  );
}
