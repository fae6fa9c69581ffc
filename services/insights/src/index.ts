export { createInsightsService, type InsightsDeps, type InsightsService } from './app.js';
export { type InsightsSubjects, rules as insightsRules } from './authorize.js';
export { migrations } from './migrations.js';
export type { InsightsTables } from './rows.js';
