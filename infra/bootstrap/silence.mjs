// @ts-check
/** Tools that report home or look for their own updates do so unasked; here they are told not to. */

const told = {
  DO_NOT_TRACK: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  NO_UPDATE_NOTIFIER: '1',
  npm_config_update_notifier: 'false',
};

/** @param {NodeJS.ProcessEnv} env changed in place, so that every program started from here inherits it */
export function silence(env) {
  Object.assign(env, told);
}
