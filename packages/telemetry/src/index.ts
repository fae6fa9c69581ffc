export type { LogFields } from './allowed-fields.js';
export { type DescribedError, describeError, safeMessage } from './described-error.js';
export {
  type GracefulStop,
  type GracefulStopOptions,
  gracefulStop,
  type SignalSource,
  type StopStep,
} from './graceful-stop.js';
export {
  createHealth,
  type Health,
  type HealthReport,
  type Readiness,
  type ReadinessContributor,
} from './health.js';
export { createLogger, type Logger, type LoggerOptions, type LogLevel } from './logger.js';
export {
  type BoundedLabels,
  createMetrics,
  type LabelValues,
  type MetricOptions,
  type Metrics,
} from './metrics.js';
export { type ServedHttp, type ServeHttpOptions, serveHttp } from './serve-http.js';
export { type Environment, SettingsFaults, SettingsReader } from './settings.js';
