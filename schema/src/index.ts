export * from './published.generated.js';
